using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

namespace Shouwen.App.Tests.Rankings;

/// <summary>Customers rating desks, many at once.</summary>
internal static class DeskRatingWorld
{
    /// <summary>Each score is one reception at that desk in a case of the project, at noon of the day.</summary>
    public static async Task Rate(this TestApp app, string number, string specialist, string day, params int[] scores)
    {
        var records = scores.Select(score =>
            NewRecord.Of(
                DeskRatings.Record,
                Complaint.At(day + " 12:00"),
                null,
                string.Create(CultureInfo.InvariantCulture, $$"""{"score":{{score}},"specialist":"{{specialist}}"}""")
            )
        );
        var answer = await app
            .Services.GetRequiredService<Database>()
            .Writer.Write(session => app.Cases.Record(session, number, [.. records]));
        if (!answer.Done)
        {
            throw new InvalidOperationException(answer.Refusal?.Sentence.En ?? answer.RecordFaults[0].Wrong.Sentence.En);
        }
    }

    public static Task<string> OpenCase(this TestApp app, string project) =>
        Complaint.Opened("2026-06-01 09:00", "3-2-1201", "飘窗渗漏", project).In(app);

    public static Task<long> Run(this TestApp app, string work, string at)
    {
        app.Clock.Now = Complaint.At(at);
        return app.Services.GetServices<TimedWork>().Single(each => each.Name == work).Run(app.Clock.Now, CancellationToken.None);
    }
}
