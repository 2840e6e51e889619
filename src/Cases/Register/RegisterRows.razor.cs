using Microsoft.AspNetCore.Components;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Register;

public sealed partial class RegisterRows
{
    private static readonly Words Colon = new("：", ": ");

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
        }
    }

    private string? Say(Words? words) => words is null ? null : Reader.Say(words);
}
