using Shouldly;
using Shouwen.Architecture.Tests.Reading;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>The walls of docs/adr/0002, on the modules as built.</summary>
public sealed class WallTests
{
    private static readonly Walls Walls = new(
        [.. Repository.ModuleNames.Select(name => ModuleReader.Read(name, name == Layers.Executable ? "Shouwen" : $"Shouwen.{name}"))],
        Layers.Order,
        Layers.Executable
    );

    [Fact]
    public void Every_folder_of_src_has_its_place_in_the_order() =>
        Repository.ModuleNames.Except(Layers.Order.SelectMany(line => line), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void A_module_references_only_modules_below_it() => Walls.UpwardReferences().ShouldBeEmpty();

    [Fact]
    public void A_module_names_only_the_contract_of_another() => Walls.ReferencesPastAContract().ShouldBeEmpty();

    [Fact]
    public void Types_are_internal_unless_in_a_contract() => Walls.PublicTypesOutsideAContract().ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed() => Walls.OpenClasses().ShouldBeEmpty();

    /// <summary>One wait is allowed: for another process to finish its upgrade, since a file lock tells nobody when it is free.</summary>
    [Fact]
    public void Nobody_asks_the_machine_for_the_time_or_sleeps() =>
        Walls.BannedCalls().Where(breach => breach.Where != "Shouwen.Platform.Data.Upgrade").ShouldBeEmpty();

    [Fact]
    public void Nobody_sets_a_status() => Walls.StatusSetters().ShouldBeEmpty();

    [Fact]
    public void Nobody_has_a_request_bound_by_mvc() => Walls.MvcTypes().ShouldBeEmpty();

    [Fact]
    public void The_rule_engine_touches_nothing_outside_itself() =>
        Walls.Impurities("Rules", "YamlDotNet", "Shouwen.Rules.Files", "Shouwen.Rules.Contract.RuleFolder").ShouldBeEmpty();
}
