using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Shouwen.Platform.Ui;

/// <summary>
/// The address of a script, style sheet or sprite with its fingerprint, so that browsers may keep it for a year. Razor's own
/// Assets property is filled only for routed components, which this application does not use.
/// </summary>
internal sealed class AssetPaths(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> byLabel = new(() =>
        endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Select(asset => (Label: Property(asset, "label"), asset.Route))
            .Where(asset => asset.Label is not null)
            .DistinctBy(asset => asset.Label, StringComparer.Ordinal)
            .ToFrozenDictionary(asset => asset.Label!, asset => "/" + asset.Route, StringComparer.Ordinal)
    );

    public string this[string name] => byLabel.Value.GetValueOrDefault(name, "/" + name);

    private static string? Property(StaticAssetDescriptor asset, string name) =>
        asset.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
