using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>What the next statement owes for one charge, however often it changes after delivery.</summary>
public sealed class ChargeBalanceTests
{
    private static readonly Gen<Charge> Charges =
        from units in Gen.Choose(0, 40)
        from fen in Gen.Choose(0, 5_000_00)
        from percent in Gen.Choose(0, 8)
        from decisions in Gen.Choose(0, 1)
        select new Charge(units, fen / 100m, percent * 20, decisions);

    [Fact]
    public void Delivered_and_all_corrections_come_to_what_is_computed_now_to_the_fen() =>
        Check(
            Charges.ListOf(),
            history =>
            {
                var balance = default(ChargeBalance);
                foreach (var computed in history)
                {
                    balance = balance with { Charged = balance.Charged + balance.Correction(computed) };
                    if (balance.Charged != computed)
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    /// <summary>Waivers and accepted appeals in between: what was forgiven is neither demanded again nor paid out.</summary>
    [Fact]
    public void What_was_forgiven_is_never_demanded_again_and_nobody_is_paid_for_it() =>
        Check(
            Gen.Two(Charges).ListOf(),
            history =>
            {
                var balance = default(ChargeBalance);
                foreach (var (computed, forgiven) in history)
                {
                    balance = new ChargeBalance(balance.Charged + balance.Correction(computed), balance.Forgiven);
                    if (balance.Charged != (computed - balance.Forgiven).OrNothing() || balance.Charged.GivesBack)
                    {
                        return false;
                    }

                    balance = balance with { Forgiven = balance.Forgiven + forgiven };
                }

                return true;
            }
        );

    [Fact]
    public void Nothing_new_needs_no_correction() =>
        Check(Charges, computed => new ChargeBalance(computed, default).Correction(computed).IsNothing);

    [Fact]
    public void A_waived_line_stays_waived_and_only_what_comes_on_top_is_demanded()
    {
        var waived = new ChargeBalance(default, new Charge(5, 500, 0, 0));
        waived.Correction(new Charge(4, 400, 0, 0)).IsNothing.ShouldBeTrue();
        waived.Correction(new Charge(5, 500, 0, 0)).IsNothing.ShouldBeTrue();
        waived.Correction(new Charge(6, 600.01m, 0, 0)).ShouldBe(new Charge(1, 100.01m, 0, 0));
    }

    [Fact]
    public void A_charge_that_fell_before_its_appeal_was_accepted_is_given_back_once() =>
        new ChargeBalance(new Charge(3, 150, 0, 0), new Charge(4, 200, 0, 0))
            .Correction(new Charge(3, 150, 0, 0))
            .ShouldBe(new Charge(-3, -150, 0, 0));

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
