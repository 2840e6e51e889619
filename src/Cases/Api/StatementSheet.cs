using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>The statement as a workbook, line by line, in the reader's language.</summary>
internal sealed class StatementSheet(Statement statement, Reader reader, StaffNames names) : IResult
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Words Title = new("扣罚单（草稿）", "Statement (draft)");

    private static readonly Words[] Columns =
    [
        new("案件", "Case"),
        new("条款", "Clause"),
        new("工号", "Staff id"),
        new("姓名", "Name"),
        new("角色", "Role"),
        new("次数", "Units"),
        new("金额（元）", "Amount (CNY)"),
        new("奖金比例（%）", "Share of bonus (%)"),
        new("待决定", "To be decided"),
        new("起", "First"),
        new("止", "Last"),
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        var title = reader.Say(Title);
        using var table = new XlsxWriter(response.Body, title);
        var file = new ContentDispositionHeaderValue("attachment");
        file.SetHttpFileName($"{title}-{statement.Month}.xlsx");
        response.ContentType = table.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = file.ToString();
        await table.Head([.. Columns.Select(reader.Say)], cancellation);
        foreach (var (number, item) in statement.Lines)
        {
            await table.Row(Cells(number, item), cancellation);
        }

        await table.Finish(cancellation);
    }

    private Cell[] Cells(string number, Penalty item) =>
        [
            Cell.Of(number),
            Cell.Of(item.Clause),
            Cell.Of(item.Subject),
            Cell.Of(names.Of(item.Subject)),
            Cell.Of(item.Role),
            Cell.Of((decimal)item.Units),
            Cell.Of(item.Amount),
            Cell.Of((decimal?)item.PercentOfBonus),
            Cell.Of(item.Decision),
            Cell.Of(item.FirstAt),
            Cell.Of(item.LastAt),
        ];
}
