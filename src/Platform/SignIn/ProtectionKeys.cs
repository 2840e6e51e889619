using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shouwen.Platform.Contract;

namespace Shouwen.Platform.SignIn;

/// <summary>A key that signs cookies and form tokens. It lies in the database in clear: whoever may read the file may forge a session.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_key");
        builder.HasKey(key => key.Name);
    }
}

/// <summary>Keys live with the data, so that a restart, a move or a second node keeps everybody signed in.</summary>
internal sealed class ProtectionKeys(Database database) : IXmlRepository
{
    private const string All = "SELECT xml FROM protection_key";

    private const string Add = "INSERT INTO protection_key (name, xml) VALUES (@name, @xml)";

    /// <summary>By plain SQL: the first page of a start needs a key, and should not wait for EF's model to be built.</summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = database.Read();
        return session.Query(All, row => XElement.Parse(row.Text(0)));
    }

    public void StoreElement(XElement element, string friendlyName) =>
        database
            .Writer.Write(session => session.Run(Add, friendlyName, element.ToString(SaveOptions.DisableFormatting)))
            .GetAwaiter()
            .GetResult();
}
