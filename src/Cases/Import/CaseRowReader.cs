using System.Globalization;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Import;

/// <summary>One row of the file: a case to be opened, or the reason why not.</summary>
internal readonly record struct MappedRow(int Line, NewCase? Case, Words? Reason, ImportRemark Remarks)
{
    public static MappedRow Rejected(int line, Words reason) => new(line, null, reason, ImportRemark.None);
}

/// <summary>Turns rows into the events of historic cases. One reader serves one thread.</summary>
internal sealed class CaseRowReader(CaseMap map)
{
    /// <summary>What stands for the time of a closing that has none: the event needs a text to say that its time is not usable.</summary>
    private const string NoTime = "—";

    private TableRow row = null!;
    private CellDirt dirt;

    public MappedRow Read(TableRow next)
    {
        (row, dirt) = (next, CellDirt.None);
        if (row.Problem is { } problem)
        {
            return MappedRow.Rejected(row.Line, problem);
        }

        if (Text(CaseField.Reference) is not { } reference)
        {
            return MappedRow.Rejected(row.Line, new Words("没有编号", "no reference"));
        }

        var opening = Time(CaseField.OpenedAt);
        if (opening.At is not { } openedAt)
        {
            return MappedRow.Rejected(
                row.Line,
                opening.Text is null
                    ? new Words("没有受理时间", "no opening time")
                    : new Words(
                        $"受理时间“{opening.Text}”不合任何一种日期格式",
                        $"the opening time \"{opening.Text}\" fits none of the date forms"
                    )
            );
        }

        if (openedAt < Instant.Earliest || openedAt > Instant.Latest)
        {
            return MappedRow.Rejected(
                row.Line,
                new Words(
                    $"受理时间“{opening.Text}”不在 2000 至 2099 年之间",
                    $"the opening time \"{opening.Text}\" lies outside 2000 to 2099"
                )
            );
        }

        var closing = Time(CaseField.ClosedAt);
        if (IsClosed(closing, out var unknown) is not { } closed)
        {
            return MappedRow.Rejected(
                row.Line,
                new Words(
                    $"状态“{unknown}”既不在 open 也不在 closed 中",
                    $"the status \"{unknown}\" is neither among open nor among closed"
                )
            );
        }

        var closingText = Text(CaseField.ClosingText);
        var remarks = Judge(openedAt, closing, closed, closingText);
        var events = closed ? new[] { Opened(openedAt), Closed(openedAt, closing, closingText) } : [Opened(openedAt)];
        return new MappedRow(
            row.Line,
            new NewCase(map.Rules, events)
            {
                Source = map.Source,
                Reference = reference,
                Customer = Customer(),
            },
            null,
            remarks | ImportRemarks.From(dirt)
        );
    }

    /// <summary>The status decides; without one, whether there is a closing time. Null: a word nobody has explained.</summary>
    private bool? IsClosed((Instant? At, string? Text) closing, out string? unknown)
    {
        unknown = Text(CaseField.Status);
        return unknown is null ? closing.Text is not null
            : map.Closed.Contains(unknown) ? true
            : map.Open.Contains(unknown) ? false
            : null;
    }

    private static ImportRemark Judge(Instant openedAt, (Instant? At, string? Text) closing, bool closed, string? closingText) =>
        (closed, closing) switch
        {
            (false, { Text: null }) when closingText is null => ImportRemark.None,
            (false, _) => ImportRemark.OpenWithClosing,
            (true, { Text: null }) => ImportRemark.ClosedWithoutTime,
            (true, { At: { } closedAt }) when closedAt < openedAt => ImportRemark.ClosedBeforeOpened,
            (true, { At: { } closedAt }) when closedAt <= Instant.Latest => ImportRemark.None,
            (true, _) => ImportRemark.UnreadableClosingTime,
        };

    private NewEvent Opened(Instant at)
    {
        var data = FlatJson.Bytes(
            ("channel", Mapped(CaseField.Channel)),
            ("category", Mapped(CaseField.Category)),
            ("project", Mapped(CaseField.Project)),
            ("unit", Mapped(CaseField.Unit)),
            ("demand", Text(CaseField.Demand))
        );
        return new NewEvent(EventType.CaseOpened, at, null, data);
    }

    private static NewEvent Closed(Instant openedAt, (Instant? At, string? Text) closing, string? text)
    {
        var usable = closing.At is { } at && at >= openedAt && at <= Instant.Latest;
        var data = FlatJson.Bytes(("text", text), ("closedAtText", usable ? null : closing.Text ?? NoTime));
        return new NewEvent(EventType.CaseClosed, usable ? closing.At!.Value : openedAt, null, data);
    }

    private Customer? Customer()
    {
        var (name, phone) = (Text(CaseField.Customer), Text(CaseField.Phone));
        return name is null && phone is null ? null : new Customer(name, phone);
    }

    private string? Mapped(CaseField field)
    {
        var text = Text(field);
        return text is not null && map.Values.TryGetValue(field, out var words) ? words.GetValueOrDefault(text, text) : text;
    }

    private string? Text(CaseField field)
    {
        if (!map.Columns.TryGetValue(field, out var columns))
        {
            return null;
        }

        string? text = null;
        foreach (var column in columns)
        {
            if (CellText.Clean(row.Raw(column), ref dirt) is { } cell)
            {
                text = text is null ? cell : $"{text}\n{cell}";
            }
        }

        return text;
    }

    /// <summary>A time in one of the forms, and what stands there in any case.</summary>
    private (Instant? At, string? Text) Time(CaseField field)
    {
        if (Text(field) is not { } text)
        {
            return (null, null);
        }

        if (row.Date(map.Columns[field][0]) is { } cell)
        {
            return (map.Instant(cell), text);
        }

        // A form with an offset gives universal time, one without leaves the kind open.
        return DateTime.TryParseExact(text, map.Dates, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? (time.Kind == DateTimeKind.Utc ? Instant.From(new DateTimeOffset(time)) : map.Instant(time), text)
            : (null, text);
    }
}
