using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Shouwen.Platform.Data;

/// <summary>Which assemblies contribute tables to the model, carried by the context's options.</summary>
internal sealed class ModuleTables(IReadOnlyList<Assembly> assemblies) : IDbContextOptionsExtension
{
    public static readonly ModuleTables None = new([]);

    public IReadOnlyList<Assembly> Assemblies { get; } = assemblies;

    public DbContextOptionsExtensionInfo Info => new ModuleInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class ModuleInfo(ModuleTables tables) : DbContextOptionsExtensionInfo(tables)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        /// <summary>Another set of modules is another model, hence another cache.</summary>
        public override int GetServiceProviderHashCode() =>
            tables.Assemblies.Aggregate(0, (hash, assembly) => HashCode.Combine(hash, assembly));

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ModuleInfo info && info.Tables.Assemblies.SequenceEqual(tables.Assemblies);

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }

        private ModuleTables Tables => tables;
    }
}
