using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Model;

/// <summary>From the rows of a case to all of it: judged, and with its words.</summary>
internal sealed class WholeCase(RuleBook book, List<LogEvent> rows, List<LogText> texts)
{
    private readonly Dictionary<int, LogText> textOf = texts.ToDictionary(text => text.Seq);

    public CaseFile Open(string number, WorkCalendar calendar, Func<CaseHistory, Judgement> judge)
    {
        var events = Folding.Read(book, rows);
        var history = Folding.Fold(book, calendar, events);
        var about = Particulars.Of(rows[0]);
        var opening = OpeningFacts.Of(rows[0].Data);
        var happened = rows.Where(row => !RecordRow.Is(row)).ToList();
        return new CaseFile(number, book.Name, rows.Count, judge(history))
        {
            Book = book,
            Project = about.Project ?? opening.Project,
            Unit = opening.Unit,
            Category = opening.Category,
            Kind = about.Kind,
            Customer = CustomerOf(about),
            Source = about.Source,
            Reference = about.Reference,
            Events = [.. CaseHistory.JudgedOrder(events).Select(i => Recorded(happened[i]))],
            Records = [.. rows.Where(RecordRow.Is).Select(row => RecordRow.Read(row, textOf.GetValueOrDefault(row.Seq)))],
            History = history,
        };
    }

    private RecordedEvent Recorded(LogEvent row)
    {
        var type = Folding.TypeOf(row);
        var text = textOf.GetValueOrDefault(row.Seq);
        var words = text?.Text is { } json ? TextSeal.Open(json) : null;
        var data = EventText.Open(EventVocabulary.Of(book.Procedure).Find(type)!, row.Data, words);
        return new RecordedEvent(
            row.Seq,
            type,
            Instant.From(row.At),
            row.ReceivedAt,
            row.RecordedAt,
            row.DeviceAt,
            row.By,
            data,
            text is { ErasedAt: not null }
        );
    }

    private Customer? CustomerOf(Particulars about)
    {
        if (about is { CustomerName: null, CustomerPhone: null })
        {
            return null;
        }

        var words = textOf.GetValueOrDefault(1)?.Text is { } json ? TextSeal.Open(json) : [];
        return new Customer(
            words.GetValueOrDefault(Particulars.CustomerNameField),
            words.GetValueOrDefault(Particulars.CustomerPhoneField)
        );
    }
}
