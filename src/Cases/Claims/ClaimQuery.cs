using Microsoft.EntityFrameworkCore;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>Which claims of those in scope.</summary>
internal enum ClaimChoice
{
    Open,
    Mine,
    Unsigned,
    All,
}

internal static class ClaimQuery
{
    /// <summary>The claims of the cases somebody may open, with what a line says of the case; the newest first.</summary>
    public static IQueryable<ClaimLine> Claims(this Db db, Me me, ClaimChoice choice)
    {
        var claims = db.Set<ClaimRow>().AsNoTracking();
        claims = choice switch
        {
            ClaimChoice.Open => claims.Where(claim => claim.Progress != ClaimProgress.Filed),
            ClaimChoice.Mine => claims.Where(claim => claim.Person == me.StaffId),
            ClaimChoice.Unsigned => claims.Where(claim => claim.UnsignedBy != null),
            ClaimChoice.All => claims,
        };
        return claims
            .Join(
                db.CasesFor(me),
                claim => claim.CaseId,
                row => row.CaseId,
                (claim, row) =>
                    new ClaimLine
                    {
                        Claim = claim,
                        Number = row.Number,
                        Project = row.Project,
                        Unit = row.Unit,
                        Rules = row.Rules,
                    }
            )
            .OrderByDescending(line => line.Claim.RaisedAt)
            .ThenByDescending(line => line.Claim.CaseId)
            .ThenByDescending(line => line.Claim.Ordinal);
    }
}

internal sealed class ClaimLine
{
    public required ClaimRow Claim { get; init; }
    public required string Number { get; init; }
    public string? Project { get; init; }
    public string? Unit { get; init; }
    public required string Rules { get; init; }
}
