using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Shouwen.Platform.Contract;
using Shouwen.Platform.Ui;

namespace Shouwen.Cases.Attachments;

/// <summary>
/// Keeps the files of a form that was refused until it is sent again. They lie in the store without a row; the form itself
/// names them, sealed for who sent it. A form that never comes back leaves nothing: the sweep takes what no row names.
/// </summary>
internal sealed class KeptFiles(IDataProtectionProvider protection, FileStore store)
{
    private const string Purpose = "the files of a form that was refused";

    /// <summary>Well below what the sweep calls young: what a form still names is never swept up.</summary>
    private static readonly TimeSpan KeptFor = OrphanSweep.Young / 2;

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    public FileStore Store => store;

    public FormFiles Of(string who) => new(this, who);

    private string Seal(string who, AttachmentForm.Part file) =>
        protector.Protect(string.Join('\n', who, file.File, file.Type, $"{file.Size}", file.Name), KeptFor);

    private AttachmentForm.Part? Open(string who, string token)
    {
        try
        {
            return
                protector.Unprotect(token).Split('\n') is [var sender, var file, var type, var size, var name]
                && sender == who
                && store.Has(file)
                ? new AttachmentForm.Part(name, type, long.Parse(size, CultureInfo.InvariantCulture), file)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The files of the forms of one person.</summary>
    internal sealed class FormFiles(KeptFiles kept, string who)
    {
        public FileStore Store => kept.Store;

        /// <summary>What was kept of a field, as the form names it; what is over or was never sealed for this person is not there.</summary>
        public IReadOnlyList<AttachmentForm.Part> Sent(IFormCollection form, string field) =>
            [
                .. form[KeptFileList.NameOf(field)]
                    .Take(AttachmentForm.MostFiles)
                    .Select(token => kept.Open(who, token ?? ""))
                    .OfType<AttachmentForm.Part>()
                    .DistinctBy(file => (file.File, file.Name)),
            ];

        public IReadOnlyList<KeptFile> Again(IEnumerable<AttachmentForm.Part> files) =>
            [.. files.Select(file => new KeptFile(kept.Seal(who, file), file.Name))];
    }
}
