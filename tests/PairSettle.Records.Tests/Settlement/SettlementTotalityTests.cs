using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>Every phase answers every input: no exception, no broken invariant, and still none on the input that follows.</summary>
public sealed class SettlementTotalityTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    private static readonly Lazy<(ChargerState[] Chargers, VehicleState[] Vehicles, Func<SettlementTime, SettlementInput>[] Inputs)> Space = new(Explore);

    [Fact]
    public void Explore_Sessions_ReachesEveryPhaseAndEveryInput()
    {
        var (chargers, vehicles, inputs) = Space.Value;
        Assert.Empty(Enum.GetValues<ChargerPhase>().Except(chargers.Select(state => state.Phase)));
        Assert.Empty(Enum.GetValues<VehiclePhase>().Except(vehicles.Select(state => state.Phase)));
        var kinds = typeof(SettlementInput).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(SettlementInput)));
        Assert.Empty(kinds.Except(inputs.Select(input => input(default).GetType())));
    }

    [Fact]
    public void Step_EveryChargerPhaseAndInput_Answers()
    {
        var (chargers, _, inputs) = Space.Value;
        foreach (var state in chargers)
        {
            foreach (var input in inputs)
            {
                var step = ChargerSettlement.Step(state, input(At(600)));
                Assert.False(step.Outputs.IsDefault);
                foreach (var next in inputs)
                {
                    ChargerSettlement.Step(step.State, next(At(601)));
                }
            }
        }
    }

    [Fact]
    public void Step_EveryVehiclePhaseAndInput_Answers()
    {
        var (_, vehicles, inputs) = Space.Value;
        foreach (var state in vehicles)
        {
            foreach (var input in inputs)
            {
                var step = VehicleSettlement.Step(state, input(At(600)));
                Assert.False(step.Outputs.IsDefault);
                foreach (var next in inputs)
                {
                    VehicleSettlement.Step(step.State, next(At(601)));
                }
            }
        }
    }

    private static SettlementTime At(int seconds) =>
        new(new(World.Pki.Now.AddSeconds(seconds), TimeQuality.Synchronised), TimeSpan.FromSeconds(seconds));

    private static (ChargerState[] Chargers, VehicleState[] Vehicles, Func<SettlementTime, SettlementInput>[] Inputs) Explore()
    {
        var golden = GoldenSessionTests.Play(World);
        var other = GoldenSessionTests.Play(World);
        var lonelyCharger = new Duel(World);
        lonelyCharger.Agree();
        lonelyCharger.Draw(70);
        lonelyCharger.Feed(PartyRole.Charger, new SettlementInput.LinkLost(lonelyCharger.Time), deliver: false);
        lonelyCharger.Feed(PartyRole.Vehicle, new SettlementInput.LinkLost(lonelyCharger.Time), deliver: false);
        lonelyCharger.PowerOff();
        lonelyCharger.Feed(PartyRole.Charger, new SettlementInput.Elapsed(lonelyCharger.Time, SettlementTimer.PeerLost), deliver: false);
        lonelyCharger.Feed(PartyRole.Vehicle, new SettlementInput.Elapsed(lonelyCharger.Time, SettlementTimer.PeerLost), deliver: false);
        var refused = new Duel(World);
        refused.Read(powerIsOff: true);
        refused.Connect();
        refused.Feed(PartyRole.Charger, new SettlementInput.LinkLost(refused.Time), deliver: false);
        var early = new Duel(World);
        early.Connect();
        early.Feed(PartyRole.Charger, new SettlementInput.StopRequested(early.Time, EndReason.ChargerStopped));

        // The charger's half arrives while the vehicle still draws: the vehicle compares once its own reading is there.
        var comparing = new Duel(World);
        comparing.Agree();
        comparing.Draw(70);
        comparing.Feed(PartyRole.Charger, new SettlementInput.StopRequested(comparing.Time, EndReason.ChargerStopped));
        comparing.Pass(1);
        comparing.Read(powerIsOff: true);
        comparing.Feed(PartyRole.Vehicle, new SettlementInput.Measured(comparing.Time, new(comparing.VehicleWh)));
        comparing.Feed(PartyRole.Vehicle, new SettlementInput.Measured(comparing.Time, new(comparing.VehicleWh, PowerIsOff: true)));

        Duel[] duels = [golden, lonelyCharger, refused, early, comparing];
        var chargers = duels.SelectMany(duel => duel.Steps.Where(step => step.Role == PartyRole.Charger)
            .Select(step => (ChargerState)step.Before).Append(duel.Charger));
        var vehicles = duels.SelectMany(duel => duel.Steps.Where(step => step.Role == PartyRole.Vehicle)
            .Select(step => (VehicleState)step.Before).Append(duel.Vehicle));
        return ([.. chargers.DistinctBy(Shape)], [.. vehicles.DistinctBy(Shape)], Inputs(golden, other));
    }

    // States that differ only in numbers answer alike; one of each shape is enough.
    private static object Shape(ChargerState state) => (
        state.Phase,
        state.Link is null,
        state.Session is not { } session ? default : (session.Signing, Verifying: session.Verifying?.Kind, session.FinalReading is null,
            session.HasUnacknowledgedCheckpoint, session.AckedCheckpoint is null, session.PeerHalf is null));

    private static object Shape(VehicleState state) => (
        state.Phase,
        state.Link is null,
        state.Session is not { } session ? default : (session.Signing, session.Verifying?.Kind, session.Answering is null, session.Last is null,
            session.PeerHalf is null, session.Reading.PowerIsOff));

    private static Func<SettlementTime, SettlementInput>[] Inputs(Duel golden, Duel other)
    {
        // Every message, signature and verification of this session and of another one, and noise.
        var seen = golden.Steps.Concat(other.Steps).Select(step => step.Input).ToArray();
        var messages = seen.OfType<SettlementInput.Received>().Select(input => input.Message)
            .DistinctBy(message => PairMessage.TryDecode(message, out var decoded, out _) ? (decoded.Kind, decoded.Session) : default)
            .Append(new byte[] { 0x30, 0x00 })
            .Append(new PairMessage.Abort(golden.Charger.Session!.Id, 6003).ToDer())
            .Append(new PairMessage.Abort(golden.Charger.Session!.Id, 6017).ToDer())
            .Append(new PairMessage.Stop(golden.Charger.Session!.Id, EndReason.Divergence).ToDer());
        var signed = seen.OfType<SettlementInput.Signed>().DistinctBy(input => input.Part);
        var verified = seen.OfType<SettlementInput.Verified>().DistinctBy(input => (input.Part.GetType(), input.Part.Message.Kind, input.Part.Message.Session));
        var record = golden.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).First().Settled.Record;
        var reading = World.Read(1_000_300, At(600).Wall, powerIsOff: true);
        return
        [
            at => new SettlementInput.Started(at),
            at => new SettlementInput.Linked(at, ChannelBinding.None),
            at => new SettlementInput.LinkLost(at),
            .. messages.Select(message => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.Received(at, message))),
            at => new SettlementInput.Drawn(at, ExiBytes.Copy(new byte[48])),
            at => new SettlementInput.Drawn(at, default),
            .. signed.Select(input => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.Signed(at, input.Part, input.Encoded))),
            .. Enum.GetValues<SettlementPart>().Select(part => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.SigningFailed(at, part))),
            .. verified.Select(input => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.Verified(at, input.Part))),
            .. verified.Select(input => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.Refused(at, input.Part.Message, SettlementFault.SignatureWrong))),
            at => new SettlementInput.MeterRead(at, reading),
            at => new SettlementInput.MeterRead(at, reading with { PowerIsOff = false }),
            at => new SettlementInput.MeterRead(at, reading with { Statement = reading.Statement with { MeterSerial = "OTHER" } }),
            at => new SettlementInput.MeterRead(at, reading with { Statement = reading.Statement with { ImportWh = 5 } }),
            at => new SettlementInput.MeterRead(at, reading with { Statement = reading.Statement with { ImportWh = long.MaxValue } }),
            at => new SettlementInput.Measured(at, new(300)),
            at => new SettlementInput.Measured(at, new(300, PowerIsOff: true)),
            at => new SettlementInput.Measured(at, new(long.MaxValue)),
            .. Enum.GetValues<SettlementTimer>().Select(timer => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.Elapsed(at, timer))),
            .. Enum.GetValues<EndReason>().Select(reason => (Func<SettlementTime, SettlementInput>)(at => new SettlementInput.StopRequested(at, reason))),
            at => new SettlementInput.Synchronised(at),
            at => new SettlementInput.Receipted(at, record),
        ];
    }
}
