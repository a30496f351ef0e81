using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;

namespace PairSettle.Iso15118.Tests.Evcc;

/// <summary>Every input in every state that sessions go through, and random walks from there.</summary>
public class EvccTotalityTests
{
    [Fact]
    public void Step_EveryInputInEveryVisitedState_KeepsEveryProperty()
    {
        var states = Visited();
        Assert.Equal(Enum.GetValues<EvccPhase>(), states.Select(state => state.Phase).Distinct().Order());
        Assert.Equal(Enum.GetValues<EvccActivity>(), states.Select(state => state.Activity).Distinct().Order());
        foreach (var state in states)
        {
            foreach (var input in EvccCatalogue.Inputs(state))
            {
                var step = EvccMachine.Step(state, input);
                EvccCatalogue.Check(state, input, step);
                AssertEndsWhenLeftAlone(step.State);
            }
        }
    }

    [Fact]
    public void Step_EveryTwoInputsInEveryPhase_KeepEveryProperty()
    {
        foreach (var state in Visited().GroupBy(state => (state.Phase, state.Activity, state.PairingSelected)).Select(group => group.First()))
        {
            foreach (var first in EvccCatalogue.Inputs(state))
            {
                var middle = EvccMachine.Step(state, first).State;
                foreach (var second in EvccCatalogue.Inputs(middle))
                {
                    EvccCatalogue.Check(middle, second, EvccMachine.Step(middle, second));
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
                var inputs = EvccCatalogue.Inputs(state).ToList();
                var input = inputs[(int)((uint)pick % inputs.Count)];
                var step = EvccMachine.Step(state, input);
                EvccCatalogue.Check(state, input, step);
                state = step.State;
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60).WithReplay(20261122, 15119), walks);
    }

    /// <summary>A session in which nobody answers any more ends by its own timers.</summary>
    private static void AssertEndsWhenLeftAlone(EvccState state)
    {
        for (var i = 0; state.Phase is not (EvccPhase.Idle or EvccPhase.Terminated); i++)
        {
            Assert.True(i < 30, $"no end in sight from {state.Phase} {state.Activity}");
            var timer = Enum.GetValues<EvccTimer>().Where(state.Timers.Contains).MinBy(timer => timer switch
            {
                EvccTimer.Pace => 0,
                EvccTimer.Contactor => 1,
                EvccTimer.Message => 2,
                _ => 3,
            });
            Assert.True(state.Timers.Contains(timer), $"no timer runs in {state.Phase}");
            state = EvccMachine.Step(state, new EvccInput.TimerExpired(timer)).State;
        }
    }

    private static List<EvccState> Visited()
    {
        var visited = new HashSet<EvccState>();
        foreach (var duel in Duels())
        {
            visited.Add(EvccState.Initial(duel.Evcc.Options, Samples.Battery));
            duel.Run(limitSeconds: 1_000);
            visited.UnionWith(duel.EvccStates);
        }

        foreach (var (_, driver) in EvccMachineTests.Reach())
        {
            visited.Add(driver().State);
        }

        var provisioning = EvccMachineTests.Reach().First(reach => reach.Phase is EvccPhase.CertificateInstallation).Driver();
        provisioning.Answers = false;
        visited.Add(provisioning.Respond(Responses.Any(MessageKind.CertificateInstallation, Iso2.ResponseCodeType.OK)).State);
        var vanishing = EvccMachineTests.Reach().First(reach => reach.Phase is EvccPhase.CurrentDemand).Driver();
        vanishing.Answers = false;
        visited.Add(vanishing.Give(new EvccInput.LinkLost()).State);
        return [.. visited.GroupBy(state => (
            state.Phase, state.Activity, state.ControlPilotReady, state.ContactorCommanded, state.ContactorClosed, state.IsDelivering,
            state.PairingSelected, state.Settlement, state.StopRequested, state.Timers, state.PaymentOption)).Select(group => group.First())];
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
                        duel.After(3.5, () => duel.ToEvcc(new EvccInput.SettlementReady(true, "agreed")));
                        duel.After(6, () => duel.ToEvcc(new EvccInput.RenegotiationRequested()));
                        duel.After(stop, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
                        yield return duel;
                    }
                }
            }
        }
    }
}
