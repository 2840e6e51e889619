using Microsoft.AspNetCore.Components;
using Shouwen.Cases.Relating;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

public sealed partial class RegisterRows
{
    private static readonly Words Colon = new("：", ": ");

    private readonly Html html = new();

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    public sealed record View
    {
        /// <summary>Choices of one click.</summary>
        public required IReadOnlyList<Choice> Chips { get; init; }

        /// <summary>Choices from a list.</summary>
        public required IReadOnlyList<Pick> Picks { get; init; }

        /// <summary>One page of cases.</summary>
        public required IReadOnlyList<Row> Rows { get; init; }

        /// <summary>The reader may make one group of several of them.</summary>
        public bool MayGroup { get; init; }

        /// <summary>The address without filters; null when there is none set.</summary>
        public string? Clear { get; init; }

        /// <summary>The first page; null when this is it.</summary>
        public string? First { get; init; }

        /// <summary>The next page; null when this is the last.</summary>
        public string? Next { get; init; }

        /// <summary>Few cases match: the page is not full because looking was given up, not because there is nothing more.</summary>
        public bool LookedThrough { get; init; }

        /// <summary>The text is too common for all of its cases to be put in order.</summary>
        public bool FoundTooMany { get; init; }

        internal RegisterFilter Filter { get; init; } = new();

        internal IReadOnlyList<SavedViews.Entry> Views { get; init; } = [];

        internal IReadOnlyList<RegisterColumn> Columns { get; init; } = RegisterColumns.Usual;

        /// <summary>The address of this list from its start.</summary>
        internal string Here => field ??= (Filter with { After = null }).Address();

        internal string? CurrentView => Views.FirstOrDefault(view => view.Address == Here)?.Name;

        public sealed record Choice(Words Name, string Href, bool On);

        public sealed record Pick(Words Name, Words? Chosen, IReadOnlyList<Choice> Options)
        {
            /// <summary>Where it is chosen when there are too many for a menu.</summary>
            public string? Page { get; init; }

            /// <summary>What is chosen is what everybody has at the start.</summary>
            public bool Usual { get; init; }
        }

        /// <summary>The one main action of a phone's card.</summary>
        public sealed record Step(string Href, Words Name);

        public sealed record Row(
            ClockFace Clock,
            string Number,
            string UnitAndCustomer,
            string? Demand,
            Words? Category,
            Words? Department,
            Words State,
            Words? Nature,
            string? NatureStyle
        )
        {
            public string? Project { get; init; }
            public Words? Channel { get; init; }
            public string? Accountable { get; init; }
            public Instant OpenedAt { get; init; }
            public Instant? ClosedAt { get; init; }
            public Step? Next { get; init; }
        }
    }

    private MarkupString Line(View.Row row)
    {
        html.Add($"""<tr class="{row.Clock.Style}" data-row>""");
        if (Model.MayGroup)
        {
            html.Add($"""<td class="choose-case"><label><input type="checkbox" name="case" value="{row.Number}" form="group-chosen" """);
            html.Add($"""aria-label="{Reader.Say(RelatingTexts.Chosen)} {row.Number}" /></label></td>""");
        }

        foreach (var column in Model.Columns)
        {
            Cell(column, row);
        }

        if (row.Next is { } step)
        {
            html.Add($"""<td class="act"><a class="btn main" href="{step.Href}" hx-boost="false">{Reader.Say(step.Name)}</a></td>""");
        }

        return html.Add($"</tr>").Take();
    }

    private Html Cell(RegisterColumn column, View.Row row) =>
        column switch
        {
            RegisterColumn.Due => ClockBar.Draw(html.Add($"""<td class="when">"""), row.Clock, Reader.Language).Add($"</td>"),
            RegisterColumn.Number => html.Add($"""<td class="no">""")
                .Add($"""<a href="/cases/{Uri.EscapeDataString(row.Number)}" data-open hx-boost="false">{row.Number}</a></td>"""),
            RegisterColumn.Home => html.Add($"""<td class="unit">{row.UnitAndCustomer}</td>"""),
            RegisterColumn.Demand => html.Add(
                $"""<td class="what" title="{row.Demand}">{row.Demand ?? Reader.Say(RegisterTexts.Erased)}</td>"""
            ),
            RegisterColumn.Category => html.Add($"""<td class="kind" title="{Say(row.Category)}">{Say(row.Category)}</td>"""),
            RegisterColumn.Department => html.Add($"""<td class="dept">{Say(row.Department)}</td>"""),
            RegisterColumn.State => Nature(html.Add($"""<td class="step">{Reader.Say(row.State)}"""), row).Add($"</td>"),
            RegisterColumn.Project => html.Add($"""<td class="more">{row.Project}</td>"""),
            RegisterColumn.Channel => html.Add($"""<td class="more">{Say(row.Channel)}</td>"""),
            RegisterColumn.Accountable => html.Add($"""<td class="more">{row.Accountable}</td>"""),
            RegisterColumn.OpenedAt => Date(row.OpenedAt),
            RegisterColumn.ClosedAt => Date(row.ClosedAt),
        };

    private Html Nature(Html cell, View.Row row) =>
        row.NatureStyle is { } style ? cell.Add($"""<span> </span><span class="tag {style}">{Say(row.Nature)}</span>""") : cell;

    private Html Date(Instant? moment) =>
        moment is { } at
            ? html.Add($"""<td class="more date"><time datetime="{at.ToString()}" title="{Phrases.Exact(at)}">""")
                .Add($"{Reader.Say(Phrases.Moment(at, Reader.Now))}</time></td>")
            : html.Add($"""<td class="more date"></td>""");

    private string? Say(Words? words) => words is null ? null : Reader.Say(words);
}
