using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Api;
using Shouwen.Cases.Contract;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>Adds the files of a form to a case: the one way, for pages and for programs.</summary>
internal static class Attaching
{
    /// <summary>Inside a write, so that scope, role and event are asked of the case as it is then. Nothing is added when there is a problem.</summary>
    public static (IReadOnlyList<Attachment> Added, Problem? Problem) Attach(
        WriteSession session,
        FileStore store,
        RuleLibrary rules,
        string number,
        AttachmentForm form,
        Me me,
        Instant now
    )
    {
        if (ProjectionSql.Find(session, number, me.Scope) is not { } stored)
        {
            return ([], ApiRefusals.NoCase(number));
        }

        var book = rules.Books[stored.Rules];
        var log = EventLog.Read(session, stored.Key);
        var events = Folding.Read(book, log);
        if (!me.MayAttach(book.At(now), events))
        {
            return ([], Problem.Of(StatusCodes.Status403Forbidden, ApiRefusals.AttachingIsNotYours));
        }

        if (form.Event > log.Count)
        {
            return ([], Problem.Of(ApiRefusals.NoSuchEvent(form.Event.Value)));
        }

        return (Put(session, store, stored.Key.CaseId, form, me.StaffId, now), null);
    }

    /// <summary>Adds them to a case that the caller has opened, beside what else the caller writes.</summary>
    public static IReadOnlyList<Attachment> Put(
        WriteSession session,
        FileStore store,
        long caseId,
        AttachmentForm form,
        string by,
        Instant now
    )
    {
        var rows = form.Files.Select(file => Row(caseId, form, file, by, now)).ToList();
        foreach (var row in rows)
        {
            if (!store.Has(row.File))
            {
                throw new FileNotFoundException("a file that was just kept is gone", row.File);
            }

            AttachmentSql.Insert(session, row);
        }

        return [.. rows.Select(Attachment.Of)];
    }

    private static AttachmentRow Row(long caseId, AttachmentForm form, AttachmentForm.Part file, string by, Instant now) =>
        new()
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            CaseId = caseId,
            Seq = form.Event,
            Kind = form.KindOf(file),
            Name = file.Name,
            Type = file.Type,
            Size = file.Size,
            File = file.File,
            By = by,
            At = now,
        };
}
