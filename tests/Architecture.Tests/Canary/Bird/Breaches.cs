using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Shouwen.Cage.Contract;
using Shouwen.Cage.Model;

namespace Shouwen.Bird;

/// <summary>Sealed, internal, harmless: what the checker must not report.</summary>
internal sealed class Song(Perch perch)
{
    public Perch Perch { get; } = perch;
}

/// <summary>Names a type of another module that is not in its contract.</summary>
internal sealed class Escape(Door door)
{
    public bool Possible => door.Open;
}

/// <summary>Not sealed.</summary>
internal class Feather;

/// <summary>Not sealed, but derived from: allowed.</summary>
internal class Egg;

internal sealed class GoldenEgg : Egg;

internal sealed class Clocks
{
    public DateTime Local => DateTime.Now;

    public DateTime Utc => DateTime.UtcNow;

    public DateTime Day => DateTime.Today;

    public DateTimeOffset LocalOffset => DateTimeOffset.Now;

    public Func<DateTimeOffset> InALambda => () => DateTimeOffset.UtcNow;

    public void Rest() => Thread.Sleep(1);

    public async Task RestLater() => await Task.Delay(1);
}

internal sealed class Mood
{
    public string Status { get; private set; } = "";

    public void SetStatus(string status) => Status = status;
}

internal sealed class Window
{
    public bool SeesAFile(string path) => File.Exists(path);

    public HttpClient SeesTheNet() => new();

    public string SeesAVisitor(HttpContext visitor) => visitor.TraceIdentifier;
}

internal sealed class Feeder
{
    public string Takes([FromForm] string seeds) => seeds;
}
