using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;

namespace PairSettle.Iso15118.Tests.Secc;

/// <summary>Every input in every state that sessions go through, and random walks from there.</summary>
public class SeccTotalityTests
{
    [Fact]
    public void Step_EveryInputInEveryVisitedState_KeepsEveryProperty()
    {
        var states = Visited();
        Assert.Equal(Enum.GetValues<SeccPhase>(), states.Select(state => state.Phase).Distinct().Order());
        foreach (var state in states)
        {
            foreach (var input in SeccCatalogue.Inputs(state))
            {
                var step = SeccMachine.Step(state, input);
                SeccCatalogue.Check(state, input, step);
                AssertEndsWhenLeftAlone(step.State);
            }
        }
    }

    [Fact]
    public void Step_EveryTwoInputsInEveryPhase_KeepEveryProperty()
    {
        foreach (var state in Visited().GroupBy(state => (state.Phase, state.Pending?.GetType(), state.PairingSelected)).Select(group => group.First()))
        {
            foreach (var first in SeccCatalogue.Inputs(state))
            {
                var middle = SeccMachine.Step(state, first).State;
                foreach (var second in SeccCatalogue.Inputs(middle))
                {
                    SeccCatalogue.Check(middle, second, SeccMachine.Step(middle, second));
                }
            }
        }
    }

    [Fact]
    public void Step_RandomInputs_KeepEveryProperty()
    {
        var starts = Visited();
        var walks = Prop.ForAll(ArbMap.Default.ArbFor<(int, int[])>(), walk =>
        {
            var state = starts[(int)((uint)walk.Item1 % starts.Count)];
            foreach (var pick in walk.Item2)
            {
                var inputs = SeccCatalogue.Inputs(state).ToList();
                var input = inputs[(int)((uint)pick % inputs.Count)];
                var step = SeccMachine.Step(state, input);
                SeccCatalogue.Check(state, input, step);
                state = step.State;
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60).WithReplay(20261122, 15119), walks);
    }

    /// <summary>A session that nobody speaks in any more ends by its own timers.</summary>
    private static void AssertEndsWhenLeftAlone(SeccState state)
    {
        for (var i = 0; state.Phase is not (SeccPhase.Idle or SeccPhase.Terminated); i++)
        {
            Assert.True(i < 20, $"no end in sight from {state.Phase}");
            var timer = Enum.GetValues<SeccTimer>().Where(state.Timers.Contains).MinBy(timer => timer switch
            {
                SeccTimer.Sequence or SeccTimer.CommunicationSetup => 2,
                SeccTimer.Close => 1,
                _ => 0,
            });
            Assert.True(state.Timers.Contains(timer), $"no timer runs in {state.Phase}");
            state = SeccMachine.Step(state, new SeccInput.TimerExpired(timer)).State;
        }
    }

    /// <summary>The states of whole sessions of all kinds, each once.</summary>
    private static List<SeccState> Visited()
    {
        var charging = new HashSet<SeccState>();
        foreach (var duel in Duels())
        {
            charging.Add(SeccState.Initial(duel.Secc.Options));
            duel.Run(limitSeconds: 1_000);
            charging.UnionWith(duel.SeccStates);
        }

        foreach (var (_, driver) in SeccMachineTests.Reach())
        {
            charging.Add(driver().State);
        }

        // One state for each situation: what differs otherwise is meter readings and the like.
        return [.. charging.GroupBy(state => (
            state.Phase, state.Pending?.GetType(), state.ContactorCommanded, state.ContactorClosed, state.PairingSelected,
            state.PowerPermission, state.StopRequested, state.CableCheck, state.Timers, state.PaymentOption)).Select(group => group.First())];
    }

    private static IEnumerable<Duel> Duels()
    {
        foreach (var stop in new double[] { 1, 4, 12 })
        {
            foreach (var contract in new[] { false, true })
            {
                foreach (var pair in new[] { PairingWish.Never, PairingWish.WhenOffered })
                {
                    foreach (var dc in new[] { false, true })
                    {
                        var vehicle = (dc ? Samples.DcVehicle : Samples.AcVehicle) with { Pairing = pair };
                        var duel = new Duel(
                            (dc ? Samples.DcCharger : Samples.AcCharger) with { ReceiptEveryWh = 400, Schedules = Schedules.Flat(22_000, Samples.Tariff) },
                            contract ? vehicle.WithContract() : vehicle).Connect();
                        duel.After(1.5, () => duel.ToSecc(new SeccInput.EimAuthorised()));
                        duel.After(2.5, () => duel.ToSecc(new SeccInput.PowerPermission(true, "agreed")));
                        duel.After(2.5, () => duel.ToEvcc(new EvccInput.SettlementReady(true, "agreed")));
                        duel.After(6, () => duel.ToSecc(new SeccInput.RenegotiationRequested()));
                        duel.After(stop, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
                        yield return duel;
                    }
                }
            }
        }
    }
}
