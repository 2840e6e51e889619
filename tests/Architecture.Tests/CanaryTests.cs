using Shouldly;
using Shouwen.Architecture.Tests.Reading;
using Xunit;

namespace Shouwen.Architecture.Tests;

/// <summary>Two small modules break every wall on purpose: a checker that finds nothing here finds nothing at all.</summary>
public sealed class CanaryTests
{
    // The wrong way round: the cage, which the bird references, counts as the higher module.
    private static readonly Walls Walls = new(
        [ModuleReader.Read("Bird", "Shouwen.Bird"), ModuleReader.Read("Cage", "Shouwen.Cage")],
        [
            ["Bird"],
            ["Cage"],
        ],
        "Nobody"
    );

    [Fact]
    public void A_reference_upwards_is_found() => Found(Walls.UpwardReferences()).ShouldBe(["Bird"]);

    [Fact]
    public void A_reference_between_modules_of_one_line_is_found() => new Walls(
            [ModuleReader.Read("Bird", "Shouwen.Bird"), ModuleReader.Read("Cage", "Shouwen.Cage")],
            [
                ["Bird", "Cage"],
            ],
            "Nobody"
        ).UpwardReferences().Count().ShouldBe(1);

    [Fact]
    public void A_reference_downwards_is_allowed() => new Walls(
            [ModuleReader.Read("Bird", "Shouwen.Bird"), ModuleReader.Read("Cage", "Shouwen.Cage")],
            [
                ["Cage"],
                ["Bird"],
            ],
            "Nobody"
        ).UpwardReferences().ShouldBeEmpty();

    [Fact]
    public void A_name_past_a_contract_is_found_and_one_in_the_contract_is_not() =>
        Walls.ReferencesPastAContract().ShouldHaveSingleItem().Sentence.ShouldContain("Shouwen.Cage.Model.Door");

    [Fact]
    public void A_public_type_outside_a_contract_is_found() =>
        Found(Walls.PublicTypesOutsideAContract()).ShouldBe(["Shouwen.Cage.Model.Door"]);

    [Fact]
    public void An_open_class_is_found_and_a_base_class_is_not() => Found(Walls.OpenClasses()).ShouldBe(["Shouwen.Bird.Feather"]);

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTime.get_Today")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Threading.Thread.Sleep")]
    [InlineData("System.Threading.Tasks.Task.Delay")]
    public void A_banned_call_is_found(string member) =>
        Walls
            .BannedCalls()
            .Count(breach => breach.Where == "Shouwen.Bird.Clocks" && breach.Sentence.Contains(member + ";", StringComparison.Ordinal))
            .ShouldBe(1);

    [Fact]
    public void A_status_setter_is_found() => Found(Walls.StatusSetters()).ShouldBe(["Shouwen.Bird.Mood"]);

    [Fact]
    public void A_form_bound_by_mvc_is_found() =>
        Walls.MvcTypes().ShouldHaveSingleItem().Sentence.ShouldContain("Microsoft.AspNetCore.Mvc.FromFormAttribute");

    [Theory]
    [InlineData("references Shouwen.Cage")]
    [InlineData("references Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("references System.Net.Http")]
    [InlineData("uses System.IO.File.Exists outside Shouwen.Bird.Files")]
    [InlineData("uses System.Net.Http.HttpClient..ctor outside Shouwen.Bird.Files")]
    public void An_impurity_is_found(string sentence) =>
        Walls.Impurities("Bird", "YamlDotNet", "Shouwen.Bird.Files").Select(breach => breach.Sentence).ShouldContain(sentence);

    private static IEnumerable<string> Found(IEnumerable<Breach> breaches) => breaches.Select(breach => breach.Where);
}
