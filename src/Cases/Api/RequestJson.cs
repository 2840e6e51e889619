using System.Text.Json;
using Shouwen.Cases.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

// What the calls take, for the description only: bodies are read token by token. The vocabulary of events fills in the rest.

internal sealed record OpenCaseJson
{
    public CustomerJson? Customer { get; init; }
    public string? Project { get; init; }
    public string? Rules { get; init; }
}

internal sealed record NewEventJson
{
    public required string Type { get; init; }
    public Instant? At { get; init; }
    public JsonElement? Data { get; init; }
}

internal sealed record NewRecordJson
{
    /// <summary>One of the records of the case's rule book.</summary>
    public required string Type { get; init; }

    /// <summary>The number of the event it belongs to.</summary>
    public int? Event { get; init; }

    /// <summary>Its fields.</summary>
    public JsonElement? Data { get; init; }
}

internal sealed record AttachmentFormJson
{
    /// <summary>One or several files.</summary>
    public required Microsoft.AspNetCore.Http.IFormFileCollection File { get; init; }

    /// <summary>The number of the event they belong to.</summary>
    public int? Event { get; init; }

    /// <summary>What they show; a PDF is a paper.</summary>
    public AttachmentKind? Kind { get; init; }
}

/// <summary>Stands in the description for bytes.</summary>
internal sealed record FileContentJson;
