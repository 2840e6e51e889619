using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>A dependency is a decision: it has its line of reason in docs/adr/0004.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Every_package_has_its_reason()
    {
        var reasons = File.ReadAllText(Path.Combine(Repository.Root, "docs", "adr", "0004-dependencies.md"));
        Packages().ShouldNotBeEmpty();
        Packages().Where(package => !reasons.Contains($"`{package}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Packages() =>
        from element in XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants()
        where element.Name.LocalName is "PackageVersion" or "GlobalPackageReference"
        select element.Attribute("Include")!.Value;
}
