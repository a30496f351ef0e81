using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>Both machines when the other falls silent, stops, or its devices fail, at any point of a session.</summary>
public class LostPeerTests
{
    public static TheoryData<bool, bool> Kinds => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_AnyMessageLost_BothEndSafely(bool dc, bool contract)
    {
        var total = Whole(dc, contract).Run().Bodies.Count;
        for (var lost = 0; lost < total; lost++)
        {
            var seen = 0;
            var duel = Whole(dc, contract);
            duel.IsLost = _ => seen++ == lost;
            duel.Run();
            AssertSafe(duel);
            Assert.Contains(duel.EvccEnd!.Value, new[] { TerminationReason.MessageTimeout, TerminationReason.SetupTimeout });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_LinkCutAtAnyMoment_BothEndSafely(bool dc, bool contract)
    {
        for (var at = 0.0; at < 9; at += 0.0973)
        {
            var duel = Whole(dc, contract);
            duel.After(at, duel.CutLink);
            duel.Run();
            AssertSafe(duel);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_VehicleStopsAtAnyMoment_EndsInGoodOrder(bool dc, bool contract)
    {
        for (var at = 0.0; at < 9; at += 0.0973)
        {
            var duel = Whole(dc, contract);
            duel.After(at, () => duel.ToEvcc(new EvccInput.StopRequested("x")));
            duel.Run();
            AssertSafe(duel);
            Assert.Equal(TerminationReason.StopRequested, duel.EvccEnd);
            Assert.DoesNotContain(duel.Bodies, body => body is IResponseMessage response && response.ResponseCode.IsFailure());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ChargerStopsAtAnyMoment_BothEndSafely(bool dc, bool contract)
    {
        for (var at = 0.0; at < 9; at += 0.0973)
        {
            var duel = Whole(dc, contract);
            duel.After(at, () => duel.ToSecc(new SeccInput.StopRequested("x")));
            duel.Run();
            AssertSafe(duel);
            Assert.True(duel.Now < TimeSpan.FromSeconds(30), "a stop must not take until some timer ends");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ChargerFaultAtAnyMoment_OpensAtOnce(bool dc, bool contract)
    {
        for (var at = 0.0; at < 9; at += 0.0973)
        {
            var duel = Whole(dc, contract);
            duel.After(at, () =>
            {
                duel.ToSecc(new SeccInput.FaultDetected("x"));
                duel.After(0.06, () => Assert.False(duel.SeccContactor));
            });
            duel.Run();
            AssertSafe(duel);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ContactorStopsFollowing_EndsWithAContactorFault(bool dc, bool contract)
    {
        var duel = Whole(dc, contract);
        duel.ContactorFollows = false;
        duel.Run();
        Assert.True(duel.IsOver);
        Assert.Equal(ResponseCodeType.FAILED_ContactorError, duel.Evcc.PeerCode);
        Assert.Equal(TerminationReason.ContactorFault, duel.SeccEnd);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Run_ContactorWeldsWhileCharging_IsToldAndEnds(bool dc, bool contract)
    {
        var duel = Whole(dc, contract);
        duel.After(6, () => duel.ContactorFollows = false);
        duel.Run();
        Assert.True(duel.IsOver);
        Assert.Equal(TerminationReason.ContactorFault, duel.SeccEnd);
        Assert.Contains(new SeccOutput.Report(SeccEvent.ContactorFault), duel.SeccOutputs);
    }

    [Fact]
    public void Run_CableCheckFails_NothingIsEnergised()
    {
        var duel = new Duel(Samples.DcCharger, Samples.DcVehicle.WithContract()) { Isolation = IsolationLevelType.Fault }.Connect().Run();
        AssertSafe(duel);
        Assert.Equal(TerminationReason.PeerFailed, duel.EvccEnd);
        Assert.DoesNotContain(duel.SeccOutputs, output => output is SeccOutput.CloseContactor);
    }

    [Fact]
    public void Run_ContractRefused_EndsBeforeAnythingIsEnergised()
    {
        foreach (var verdict in Enum.GetValues<ContractVerdict>().Where(verdict => verdict > ContractVerdict.ExpiresSoon))
        {
            var duel = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract()) { ContractVerdict = verdict }.Connect().Run();
            AssertSafe(duel);
            Assert.True(duel.Evcc.PeerCode!.Value.IsFailure());
            Assert.DoesNotContain(duel.SeccOutputs, output => output is SeccOutput.CloseContactor);
        }
    }

    [Fact]
    public void Run_ReceiptNotValid_StopsDelivery()
    {
        var duel = new Duel(Samples.AcCharger with { ReceiptEveryWh = 200 }, Samples.AcVehicle.WithContract())
        {
            SignatureHolds = purpose => purpose is not SignaturePurpose.MeteringReceipt,
        }.Connect().Run();
        AssertSafe(duel);
        Assert.Equal(ResponseCodeType.FAILED_MeteringSignatureNotValid, duel.Evcc.PeerCode);
        Assert.DoesNotContain(duel.SeccOutputs, output => output is SeccOutput.EvidenceObserved { Kind: EvidenceKind.MeteringReceipt });
    }

    [Fact]
    public void Run_SettlementNeverAgrees_EndsInsideTheTimersOfTheStandard()
    {
        foreach (var contract in new[] { false, true })
        {
            var vehicle = Samples.AcVehicle with { Pairing = PairingWish.WhenOffered };
            var duel = new Duel(Samples.AcCharger, contract ? vehicle.WithContract() : vehicle).Connect().Run();
            AssertSafe(duel);
            Assert.Equal(ResponseCodeType.FAILED, duel.Evcc.PeerCode);
            Assert.InRange(duel.Now.TotalSeconds, 55, 62);
            Assert.DoesNotContain(duel.SeccOutputs, output => output is SeccOutput.CloseContactor);
        }
    }

    private static Duel Whole(bool dc, bool contract)
    {
        var vehicle = dc ? Samples.DcVehicle : Samples.AcVehicle;
        var charger = dc ? Samples.DcCharger : Samples.AcCharger;
        var duel = new Duel(charger with { ReceiptEveryWh = 900 }, contract ? vehicle.WithContract() : vehicle).Connect();
        duel.After(0.8, () => duel.ToSecc(new SeccInput.EimAuthorised()));
        duel.After(9, () =>
        {
            if (duel.Evcc.Phase is not (EvccPhase.Closing or EvccPhase.Terminated))
            {
                duel.ToEvcc(new EvccInput.StopRequested("enough"));
            }
        });
        return duel;
    }

    private static void AssertSafe(Duel duel)
    {
        Assert.True(duel.IsOver);
        Assert.False(duel.SeccContactor);
        Assert.False(duel.EvccContactor);
        Assert.False(duel.VehicleReady);
    }
}
