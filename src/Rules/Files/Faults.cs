using System.Globalization;
using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The sentences of the findings: what is wrong and, where it helps, what would be right.</summary>
internal static class Faults
{
    public static readonly Words Empty = new("文件是空的", "the file is empty");
    public static readonly Words NotUtf8 = new("文件不是 UTF-8 编码", "the file is not UTF-8");
    public static readonly Words TooLarge = new("文件超过 1 MiB", "the file is larger than 1 MiB");
    public static readonly Words SecondDocument = new("一个文件只能有一份文档", "a file holds one document only");
    public static readonly Words TooDeep = new("层级太深", "nested too deeply");
    public static readonly Words AnchorOrTag = new("不接受锚点、别名和标签", "anchors, aliases and tags are not accepted");
    public static readonly Words KeyIsNoText = new("键必须是文字", "a key must be text");
    public static readonly Words DuplicateKey = new("这个键重复了", "this key stands twice");
    public static readonly Words UnknownKey = new("不认识的键", "unknown key");
    public static readonly Words Missing = new("缺少这个键", "this key is missing");
    public static readonly Words NoMap = new("这里应是一组键和值", "keys with values are expected here");
    public static readonly Words NoList = new("这里应是一个列表", "a list is expected here");
    public static readonly Words NoScalar = new("这里应是单个值", "a single value is expected here");
    public static readonly Words NoText = new("这里的文字是空的", "the text is empty");
    public static readonly Words NoItems = new("列表是空的", "the list is empty");
    public static readonly Words NoDuration = new("应写成 30m、72h 或 7d 这样的时长", "a duration such as 30m, 72h or 7d is expected");
    public static readonly Words ZeroDuration = new("时长必须大于零", "the duration must be more than zero");
    public static readonly Words NegativeDuration = new("时长不能为负", "the duration must not be negative");
    public static readonly Words LongDuration = new("时长超过 366 天", "the duration is longer than 366 days");
    public static readonly Words NoTimeOfDay = new("应写成 00:00 至 23:59 之间的时刻", "a time of day from 00:00 to 23:59 is expected");
    public static readonly Words NoWindow = new(
        "应写成 09:00-12:00 这样的时段，且起点早于终点",
        "a window such as 09:00-12:00 that begins before it ends is expected"
    );
    public static readonly Words NoDate = new("应写成 2026-01-31 这样的日期", "a date such as 2026-01-31 is expected");
    public static readonly Words NoDateRange = new(
        "应写成 2026-02-15 或 2026-02-15..2026-02-23，且起点不晚于终点",
        "a date or a range such as 2026-02-15..2026-02-23 that begins before it ends is expected"
    );
    public static readonly Words NoLocalTime = new("应写成 2026-10-08 09:05 这样的时间", "a time such as 2026-10-08 09:05 is expected");
    public static readonly Words NoKind = new(
        "看不出是制度、日历还是样例：应有 procedure、year 或 examples",
        "neither a rule book, a calendar nor examples: procedure, year or examples is expected"
    );
    public static readonly Words NoMoney = new("应写成金额，最多两位小数", "an amount with at most two decimals is expected");
    public static readonly Words NegativeAmount = new("金额不能为负", "the amount must not be negative");
    public static readonly Words NoBoolean = new("应写成 true 或 false", "true or false is expected");
    public static readonly Words TiersNotAscending = new("档次必须依次增大", "each bracket must end after the one before");
    public static readonly Words VersionsNotAscending = new(
        "版本必须按生效日期依次排列",
        "versions must stand in the order of their effective dates"
    );
    public static readonly Words DatesNotAscending = new(
        "各期取值必须按日期依次排列",
        "dated values must stand in the order of their dates"
    );
    public static readonly Words BadDecision = new(
        "决定范围应写成 bonus 50-100% | pay cut 这样的形式；措施须列在 terms.measures 中",
        "a decision range such as bonus 50-100% | pay cut is expected, with measures named in terms.measures"
    );
    public static readonly Words HoursNotAscending = new(
        "作息时段必须依次排列且不重叠",
        "working hours must follow one another without overlap"
    );
    public static readonly Words NoWeekend = new("调休上班日必须是星期六或星期日", "a make-up day must be a Saturday or Sunday");
    public static readonly Words ClosedAndMakeUp = new("这一天既列为放假又列为上班", "this date stands both as closed and as make-up");
    public static readonly Words RepeatedDate = new("这一天重复了", "this date stands twice");
    public static readonly Words IssuedNotAscending = new(
        "各版日历必须按发布日期依次排列",
        "editions must stand in the order of their issue dates"
    );
    public static readonly Words BadRecordName = new(
        "记录的名称应写成 cooperation.refused 这样：小写字母开头的字母和数字，以点分开，最多 60 个字符",
        "a record is named like cooperation.refused: letters and digits that begin in lower case, apart by dots, at most 60 characters"
    );
    public static readonly Words BadFieldName = new(
        "栏目的名称应是小写字母开头的字母和数字",
        "a field is named by letters and digits that begin in lower case"
    );
    public static readonly Words NoDepartments = new(
        "本制度没有 terms.departments，不能选部门",
        "the book has no terms.departments to choose from"
    );
    public static readonly Words MustBeSigned = new(
        "这个事件必须有客户签字，不能列出无签字的情形",
        "this event holds the customer's signature: it cannot be recorded without"
    );
    public static readonly Words NoParent = new(
        "找不到所依据的制度，或它本身依据另一份制度",
        "the book to be extended is not there or not sound, or extends another one itself"
    );
    public static readonly Words OtherProcedure = new("流程须与所依据的制度相同", "the procedure must be that of the book it extends");
    public static readonly Words PlacesWithoutParent = new(
        "只有依据另一份制度（extends）的制度才能写适用范围",
        "only a book that extends another one says which places it applies to"
    );
    public static readonly Words NoWeight = new("权重不能全为零", "the weights must not all be zero");
    public static readonly Words LevelsNotAscending = new(
        "各级的金额必须依次增大，只有最后一级可以不限",
        "the amounts of the levels must ascend, and only the last one may be none"
    );
    public static readonly Words LastLevelLimited = new("最后一级的 upTo 必须是 none", "upTo of the last level must be none");

    public static Words ClaimNeeds(string record, string field, string kind) =>
        new($"records.{record} 要有 kind 为 {kind} 的字段 {field}", $"records.{record} needs a field {field} of kind {kind}");

    public static readonly Words NotAFolder = new("没有这个文件夹", "there is no such folder");

    public static Words Looser(string? old) =>
        old is null
            ? new Words("所依据的制度没有这一项，不能增加", "looser than the parent: the parent has no such key")
            : new Words($"比所依据的制度宽：那里是 {old}", $"looser than the parent, which says {old}");

    public static Words Unreadable(string reason) => new($"无法读取：{reason}", $"cannot be read: {reason}");

    public static Words NotYaml(string message) => new($"不是有效的 YAML：{message}", $"not valid YAML: {message}");

    public static Words NumberRange(int low, int high) =>
        new($"应是 {low} 至 {high} 之间的整数", $"a whole number from {low} to {high} is expected");

    public static Words Choice(IEnumerable<string> choices)
    {
        var listed = string.Join(" | ", choices);
        return new Words($"只能是 {listed}", $"must be one of {listed}");
    }

    public static Words UnknownClause(string clause) => new($"条款 {clause} 不在 clauses 中", $"clause {clause} does not stand in clauses");

    public static Words UnknownTerm(string group, string code) =>
        new($"{code} 不在 terms.{group} 中", $"{code} does not stand in terms.{group}");

    public static Words UnknownRecord(string name) => new($"{name} 不在 records 中", $"{name} does not stand in records");

    public static Words UnknownEvent(Procedure procedure) =>
        new($"{Code(procedure)} 流程没有这个事件", $"the procedure {Code(procedure)} has no such event");

    public static Words NeedsRecord(string record, IEnumerable<string> fields)
    {
        var listed = string.Join(", ", fields);
        return new Words(
            $"须在 records 中声明 {record}，栏目为 {listed}，kind 均为 name",
            $"records must declare {record} with the fields {listed}, each of kind name"
        );
    }

    public static Words NeedsTransferred(string record) =>
        new(
            $"须在 records 中声明 {record}，栏目为 from、to（kind 为 name）和 reason（kind 为 text）",
            $"records must declare {record} with the fields from and to of kind name and reason of kind text"
        );

    public static Words NeedsFirstContact(string reported, string taken) =>
        new(
            $"须在 records 中声明 {reported}（唯一栏目 post，kind 为 name，optional 为 true）和 {taken}",
            $"records must declare {reported}, with post of kind name, optional, as its only field, and {taken}"
        );

    public static Words SameField(string name) => new($"另一个栏目也叫 {name}", $"another field is named {name} too");

    public static Words NoVersionDate(DateOnly date) =>
        new($"{Date(date)} 不是任何版本的生效日期", $"{Date(date)} is no version's effective date");

    public static Words OutsideYear(DateOnly date, int year) => new($"{Date(date)} 不在 {year} 年", $"{Date(date)} does not lie in {year}");

    public static Words SameBook(string name) => new($"另一个文件也叫 {name}", $"another file is named {name} too");

    public static Words SamePlace(string place) => new($"{place} 写了两次", $"{place} is named twice");

    public static Words PlaceTaken(string place, string book) =>
        new($"制度 {book} 已适用于 {place}", $"the book {book} applies to {place} already");

    public static Words SameYear(int year) => new($"另一个文件也是 {year} 年的日历", $"another file holds {year} too");

    public static Words WrongBookName(string name) =>
        new($"文件名应与制度名 {name} 相同", $"the file must be named after its book, {name}");

    private static string Code(Procedure procedure) => procedure.ToString().ToLowerInvariant();

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
