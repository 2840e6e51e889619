using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Organisation;

/// <summary>Organisation and staff by Excel and CSV: shown first, stored whole or not at all, safe to run twice.</summary>
public sealed partial class ImportTests : IAsyncLifetime
{
    private const string Staff = "工号,姓名,称谓,电话\nlin,林芳,云庭客服,19900001111\nwu,吴强,,19900002222\n";

    private TestApp app = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        admin = await app.SignedIn(World.Administrator);
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_preview_stores_nothing_and_the_confirmation_stores_it_once()
    {
        var (status, page) = await Preview(Staff);
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("新员工：林芳");
        (await Knows("lin")).ShouldBeFalse();

        (await Confirm(page)).ShouldContain("已导入 2 项变更");
        (await Knows("lin")).ShouldBeTrue();
        (await Preview(Staff)).Page.ShouldContain("没有需要改变的内容");
    }

    [Fact]
    public async Task A_wrong_line_is_named_and_nothing_is_stored()
    {
        var (status, page) = await Preview(
            "工号,岗位,组织编码,部门,开始,结束\nhe,部门负责人,HY,工程部,2026-10-01,\nhe,馆长,HY,,,\nnobody,客服专员,HY,,,\nhe,客服专员,HY,,昨天,\n"
        );
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("任职 第 3 行");
        page.ShouldContain("岗位“馆长”不认识");
        page.ShouldContain("任职 第 4 行");
        page.ShouldContain("没有这个工号的员工");
        page.ShouldContain("任职 第 5 行");
        page.ShouldNotContain("任职 第 2 行");
        (await admin.GetStringAsync(new Uri("/staff/he", UriKind.Relative))).ShouldNotContain("部门负责人");
    }

    [Fact]
    public async Task What_was_exported_is_read_back_and_changes_nothing()
    {
        var book = await admin.GetByteArrayAsync(new Uri("/organisation/export", UriKind.Relative));
        var (status, page) = await Preview(book, "organisation.xlsx");
        status.ShouldBe(HttpStatusCode.OK, page);
        page.ShouldContain("没有需要改变的内容");
    }

    [Fact]
    public async Task The_reader_is_told_in_the_own_language()
    {
        admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var (_, page) = await Preview("Staff number,Person\n,Nameless\n");
        page.ShouldContain("Staff, line 2");
        page.ShouldContain("“Staff number” is missing.");
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_with_a_sentence()
    {
        var (status, page) = await Preview("a,b\n1,2\n");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("表头不认识");
    }

    private async Task<bool> Knows(string id)
    {
        using var answer = await admin.GetAsync(new Uri($"/staff/{id}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private Task<(HttpStatusCode Status, string Page)> Preview(string csv) => Preview(Encoding.UTF8.GetBytes(csv), "file.csv");

    private async Task<(HttpStatusCode Status, string Page)> Preview(byte[] content, string name)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(await Token()), "__RequestVerificationToken" },
            { file, "file", name },
        };
        using var answer = await admin.PostAsync(new Uri("/organisation/import", UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Confirm(string page)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(await Token()), "__RequestVerificationToken" },
            { new StringContent(Content().Match(page).Groups["value"].Value.Replace("&#x2B;", "+", StringComparison.Ordinal)), "content" },
            { new StringContent("file.csv"), "name" },
        };
        using var answer = await admin.PostAsync(new Uri("/organisation/import/confirmation", UriKind.Relative), body);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> Token() =>
        FormToken().Match(await admin.GetStringAsync(new Uri("/organisation/import", UriKind.Relative))).Groups["value"].Value;

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"content\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Content();
}
