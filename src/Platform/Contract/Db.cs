using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouwen.Platform.Data;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>
/// The one model over all tables. Each module contributes its own through <c>IEntityTypeConfiguration</c>; which
/// assemblies are asked stands in the options. For reading, and for editing master data inside
/// <see cref="WriteSession.Db"/>; the event log is written with prepared SQL only.
/// </summary>
public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
{
    private readonly ModuleTables modules = options.FindExtension<ModuleTables>() ?? ModuleTables.None;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicros>();
        configurationBuilder.Properties<Instant>().HaveConversion<InstantMicros>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in modules.Assemblies)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }

        foreach (var column in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            NameInSnakeCase(column);
        }
    }

    /// <summary>Prepared SQL and EF meet the same columns: CaseId is case_id, unless a table says otherwise.</summary>
    private static void NameInSnakeCase(IMutableProperty column)
    {
        if (column.FindAnnotation(RelationalAnnotationNames.ColumnName) is not null)
        {
            return;
        }

        var name = new StringBuilder();
        foreach (var letter in column.Name)
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        column.SetColumnName(name.ToString());
    }
}
