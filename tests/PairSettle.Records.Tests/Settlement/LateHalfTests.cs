using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>The vehicle settled, its half was lost, and the charger gave it up: the half still comes when the vehicle is back for another session.</summary>
public sealed class LateHalfTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    [Fact]
    public void Greet_VehicleThatHasSettled_IsAskedForItsHalfBeforeTheNextSession()
    {
        var duel = Part();

        duel.Connect("two");
        duel.Feed(PartyRole.Vehicle, new SettlementInput.Elapsed(duel.Time, SettlementTimer.Resend));

        var published = duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Select(publish => publish.Settled).ToArray();
        Assert.Equal([SettlementOutcome.Unilateral, SettlementOutcome.Matched], published.Select(result => result.Outcome));
        Assert.Equal(duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Vehicle).Single().Settled.Record.Id, published[1].Record.Id);
        Assert.Equal(ChargerPhase.Delivering, duel.Charger.Phase);
        Assert.Equal(VehiclePhase.Drawing, duel.Vehicle.Phase);
    }

    [Fact]
    public void Greet_VehicleThatKeepsItsHalf_MayBeginTheNextSession()
    {
        var duel = Part();
        duel.Loses = static (role, kind) => (role, kind) == (PartyRole.Vehicle, PairMessageKind.HalfRecord);

        duel.Connect("two");
        duel.Feed(PartyRole.Vehicle, new SettlementInput.Elapsed(duel.Time, SettlementTimer.Resend));

        Assert.Equal(SettlementOutcome.Unilateral, duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Single().Settled.Outcome);
        Assert.Equal(ChargerPhase.Delivering, duel.Charger.Phase);
    }

    [Fact]
    public void Greet_AskedOnALinkThatBroke_IsAskedAgainOnTheNext()
    {
        var duel = Part();
        duel.Loses = static (role, kind) => (role, kind) == (PartyRole.Vehicle, PairMessageKind.HalfRecord);
        duel.Connect("two");
        Unlink(duel);
        duel.Loses = static (_, _) => false;

        duel.Connect("three");

        Assert.Equal(SettlementOutcome.Matched, duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Last().Settled.Outcome);
    }

    // A session that the vehicle settles and the charger leaves alone.
    private static Duel Part()
    {
        var duel = new Duel(World);
        duel.Agree();
        duel.Draw(100);
        duel.Loses = static (role, kind) => (role, kind) == (PartyRole.Vehicle, PairMessageKind.HalfRecord);
        duel.Stop();
        Assert.Equal(VehiclePhase.Settled, duel.Vehicle.Phase);
        duel.Feed(PartyRole.Charger, new SettlementInput.Elapsed(duel.Time, SettlementTimer.PeerLost));
        Assert.Equal(ChargerPhase.Unilateral, duel.Charger.Phase);
        Unlink(duel);
        duel.Loses = static (_, _) => false;
        return duel;
    }

    private static void Unlink(Duel duel)
    {
        duel.Feed(PartyRole.Charger, new SettlementInput.LinkLost(duel.Time));
        duel.Feed(PartyRole.Vehicle, new SettlementInput.LinkLost(duel.Time));
    }
}
