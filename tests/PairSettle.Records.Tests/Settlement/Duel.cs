using System.Collections.Immutable;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>Both machines in lock step: every output is performed at once, so that a test sees states and outputs one by one.</summary>
internal sealed class Duel
{
    private readonly Queue<(PartyRole To, ReadOnlyMemory<byte> Message)> _underWay = new();
    private byte _random;

    public Duel(SettlementWorld world)
    {
        World = world;
        Charger = ChargerSettlement.Create(world.Charger);
        Vehicle = VehicleSettlement.Create(world.Vehicle);
    }

    public SettlementWorld World { get; }

    public ChargerState Charger { get; set; }

    public VehicleState Vehicle { get; set; }

    public TimeSpan Now { get; private set; }

    /// <summary>Which messages get lost: who sends, and what.</summary>
    public Func<PartyRole, PairMessageKind, bool> Loses { get; set; } = static (_, _) => false;

    public long ChargerWh { get; set; } = 1_000_000;

    public long VehicleWh { get; set; }

    /// <summary>Everything that happened: who, the state before, the input, the outputs.</summary>
    public List<(PartyRole Role, object Before, SettlementInput Input, ImmutableArray<SettlementOutput> Outputs)> Steps { get; } = [];

    public Dictionary<PartyRole, List<JournalEntry>> Journals { get; } = new() { [PartyRole.Charger] = [], [PartyRole.Vehicle] = [] };

    public IEnumerable<SettlementOutput> OutputsOf(PartyRole role) => Steps.Where(step => step.Role == role).SelectMany(step => step.Outputs);

    public IEnumerable<T> OutputsOf<T>(PartyRole role)
        where T : SettlementOutput => OutputsOf(role).OfType<T>();

    public SettlementTime Time => new(new(World.Pki.Now + Now, TimeQuality.Synchronised), Now);

    public void Connect(string channel = "one")
    {
        var binding = new ChannelBinding("test", ExiBytes.Copy(System.Text.Encoding.ASCII.GetBytes(channel)));
        Feed(PartyRole.Charger, new SettlementInput.Linked(Time, binding), deliver: false);
        Feed(PartyRole.Vehicle, new SettlementInput.Linked(Time, binding));
    }

    /// <summary>A session up to the permission of power.</summary>
    public void Agree()
    {
        Read(powerIsOff: true);
        Connect();
    }

    /// <summary>Time passes and energy flows; then both sides measure.</summary>
    public void Draw(long wattHours, int seconds = 10, long? vehicleWattHours = null)
    {
        Now += TimeSpan.FromSeconds(seconds);
        ChargerWh += wattHours;
        VehicleWh += vehicleWattHours ?? wattHours;
        Read(powerIsOff: false);
        Feed(PartyRole.Vehicle, new SettlementInput.Measured(Time, new(VehicleWh)));
    }

    public void Stop()
    {
        Feed(PartyRole.Vehicle, new SettlementInput.StopRequested(Time, EndReason.VehicleStopped));
        PowerOff();
    }

    public void PowerOff()
    {
        Now += TimeSpan.FromSeconds(1);
        Feed(PartyRole.Vehicle, new SettlementInput.Measured(Time, new(VehicleWh, PowerIsOff: true)));
        Read(powerIsOff: true);
    }

    public void Read(bool powerIsOff) =>
        Feed(PartyRole.Charger, new SettlementInput.MeterRead(Time, World.Read(ChargerWh, Time.Wall, powerIsOff)));

    public void Pass(int seconds) => Now += TimeSpan.FromSeconds(seconds);

    public void Feed(PartyRole role, SettlementInput first, bool deliver = true)
    {
        Answer(role, first);
        while (deliver && _underWay.TryDequeue(out var next))
        {
            Answer(next.To, new SettlementInput.Received(Time, next.Message));
        }
    }

    private void Answer(PartyRole role, SettlementInput first)
    {
        var answers = new Queue<SettlementInput>([first]);
        while (answers.TryDequeue(out var input))
        {
            var before = role == PartyRole.Charger ? (object)Charger : Vehicle;
            ImmutableArray<SettlementOutput> outputs;
            if (role == PartyRole.Charger)
            {
                (Charger, outputs) = ChargerSettlement.Step(Charger, input);
            }
            else
            {
                (Vehicle, outputs) = VehicleSettlement.Step(Vehicle, input);
            }

            Steps.Add((role, before, input, outputs));
            foreach (var output in outputs)
            {
                switch (output)
                {
                    case SettlementOutput.Persist persist:
                        Journals[role].Add(persist.Entry);
                        break;
                    case SettlementOutput.Send send when !Loses(role, send.Kind):
                        _underWay.Enqueue((role == PartyRole.Charger ? PartyRole.Vehicle : PartyRole.Charger, send.Message.Memory));
                        break;
                    case SettlementOutput.Sign sign:
                        var credential = role == PartyRole.Charger ? World.Charger.Credential : World.Vehicle.Credential;
                        answers.Enqueue(new SettlementInput.Signed(Time, sign.Part, StatementSigner.Sign(sign, credential)));
                        break;
                    case SettlementOutput.Verify verify:
                        answers.Enqueue(PairVerifier.Verify(verify, World.Pki.Anchors, Time));
                        break;
                    case SettlementOutput.Draw draw:
                        answers.Enqueue(new SettlementInput.Drawn(Time, ExiBytes.Copy(Enumerable.Repeat(++_random, draw.Count).ToArray())));
                        break;
                }
            }
        }
    }
}
