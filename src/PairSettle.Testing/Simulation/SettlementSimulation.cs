using System.Collections.Immutable;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Links;

namespace PairSettle.Testing.Simulation;

/// <summary>
/// Runs both settlement machines against each other in one thread and in simulated time: messages are lost, repeated and overtaken, links
/// break, devices crash between any two outputs and come back with what their journal holds, clocks are off. The same seed gives the same
/// run. The machines assert their own properties; the runner checks those that need both sides. Then the faults stop.
/// </summary>
public sealed partial class SettlementSimulation
{
    private readonly SettlementWorld _world;
    private readonly SimulationOptions _options;
    private readonly SplitMix64 _chance;
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _events = new();
    private readonly Dictionary<PartyRole, SimulatedDevice> _devices;
    private readonly Dictionary<(PartyRole, string), Digest> _statements = [];
    private readonly List<PeerContradiction> _contradictions = [];
    private readonly List<SettlementFault> _faults = [];
    private ChargerState _charger;
    private VehicleState _vehicle;
    private TimeSpan _now;
    private TimeSpan _flowedUntil;
    private double _flowedWh;
    private long _order;
    private long _armings;
    private int _connection;
    private bool _linked;
    private int _steps;
    private int _crashes;
    private int _finished;
    private long _lastRead;
    private long _worstExposure;
    private long _largestStep;
    private bool _faultsOver;

    // The vehicle counts from its acceptance on; the start survives a crash, as its own counter would.
    private long _vehicleStart;
    private TimeSpan? _drawingSince;

    private SettlementSimulation(SettlementWorld world, SimulationOptions options)
    {
        _world = world;
        _options = options;
        _chance = new(options.Seed);
        _charger = ChargerSettlement.Create(world.Charger);
        _vehicle = VehicleSettlement.Create(world.Vehicle);
        _devices = new()
        {
            [PartyRole.Charger] = new(
                PartyRole.Charger,
                world.Charger.Credential,
                world.Pki.Now,
                options,
                _chance,
                input =>
                {
                    var step = ChargerSettlement.Step(_charger, input);
                    _charger = step.State;
                    return step.Outputs;
                },
                entries => _charger = ChargerSettlement.Recover(world.Charger, entries)),
            [PartyRole.Vehicle] = new(
                PartyRole.Vehicle,
                world.Vehicle.Credential,
                world.Pki.Now,
                options,
                _chance,
                input =>
                {
                    var step = VehicleSettlement.Step(_vehicle, input);
                    _vehicle = step.State;
                    return step.Outputs;
                },
                entries => _vehicle = VehicleSettlement.Recover(world.Vehicle, entries)),
        };
    }

    private bool Faulty => !_faultsOver;

    private long MeterWh => 1_000_000 + (long)(_flowedWh * _options.ChargerShare / 1000);

    private long VehicleWh => (long)(_flowedWh * _options.VehicleShare / 1000);

    /// <summary>Runs to the end.</summary>
    /// <param name="world">The two sides.</param>
    /// <param name="options">What happens.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="SimulationFailedException">A property is broken.</exception>
    public static SimulationReport Run(SettlementWorld world, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        return new SettlementSimulation(world, options).Run();
    }

    private SimulationReport Run()
    {
        foreach (var device in _devices.Values)
        {
            Feed(device, new SettlementInput.Started(device.TimeAt(_now)));
        }

        _faultsOver = _options.FaultsFor == TimeSpan.Zero;
        At(_options.FaultsFor, () => _faultsOver = true);
        At(TimeSpan.Zero, Sample);
        At(TimeSpan.FromMilliseconds(10), Connect);
        while (_events.TryDequeue(out var happening, out var when) && when.At <= _options.Horizon && !IsDone())
        {
            Flow(when.At);
            happening();
        }

        return new()
        {
            Seed = _options.Seed,
            Steps = _steps,
            Outputs = _devices.ToImmutableDictionary(item => item.Key, item => item.Value.OutputCount),
            Messages = _devices.ToImmutableDictionary(item => item.Key, item => item.Value.MessageCount),
            Crashes = _crashes,
            Charger = _charger,
            Vehicle = _vehicle,
            ChargerRecords = [.. _devices[PartyRole.Charger].Published],
            VehicleRecords = [.. _devices[PartyRole.Vehicle].Published],
            Contradictions = [.. _contradictions],
            Faults = [.. _faults],
            Journals = _devices.ToImmutableDictionary(item => item.Key, item => item.Value.Journal.ToImmutableArray()),
            MeteredWh = MeterWh - 1_000_000,
            WorstExposureWh = _worstExposure,
            LargestStepWh = _largestStep,
        };
    }

    // Done when the last session is settled on every side that is still there and nothing is under way.
    private bool IsDone() =>
        _faultsOver && _finished >= _options.Sessions
        && (_vehicle.Phase != VehiclePhase.Unilateral || _devices[PartyRole.Charger].HasVanished)
        && _devices.Values.All(device => device.HasVanished || (device.IsUp && IsAtRest(device)));

    private bool IsAtRest(SimulatedDevice device) => device.Role == PartyRole.Charger
        ? _charger.Phase is ChargerPhase.Settled or ChargerPhase.Unilateral or ChargerPhase.Idle or ChargerPhase.Abandoned
        : _vehicle.Phase is VehiclePhase.Settled or VehiclePhase.Unilateral or VehiclePhase.Idle or VehiclePhase.Abandoned;

    private void Feed(SimulatedDevice device, SettlementInput first)
    {
        if (device.HasVanished)
        {
            return;
        }

        var answers = new Queue<SettlementInput>([first]);
        while (device.IsUp && answers.TryDequeue(out var input))
        {
            _steps++;
            ImmutableArray<SettlementOutput> outputs;
            try
            {
                outputs = device.Step(input);
            }
            catch (Exception exception) when (exception is SettlementInvariantException or ArgumentException or InvalidOperationException or OverflowException)
            {
                throw new SimulationFailedException(
                    _options.Seed,
                    (exception as SettlementInvariantException)?.Invariant ?? "totality",
                    $"{device.Role} at {_now} on {input.GetType().Name}: {exception.Message}",
                    exception);
            }

            Trace(device, input, outputs);
            foreach (var output in outputs)
            {
                if (CrashesBefore(device))
                {
                    Crash(device);
                    return;
                }

                device.OutputCount++;
                Perform(device, output, answers);
                if (device.HasVanished)
                {
                    return;
                }
            }
        }
    }

    private void Trace(SimulatedDevice device, SettlementInput input, ImmutableArray<SettlementOutput> outputs)
    {
        if (_options.Trace is not { } trace)
        {
            return;
        }

        var phase = device.Role == PartyRole.Charger ? $"{_charger.Phase}" : $"{_vehicle.Phase}";
        var what = input switch
        {
            SettlementInput.Received received => PairMessage.TryDecode(received.Message, out var message, out _) ? $"Received {message.Kind}" : "Received noise",
            SettlementInput.Elapsed elapsed => $"Elapsed {elapsed.Timer}",
            SettlementInput.Signed signed => $"Signed {signed.Part}",
            SettlementInput.Refused refused => $"Refused {refused.Fault}",
            SettlementInput.Measured measured => $"Measured {measured.Reading.ImportWh}{(measured.Reading.PowerIsOff ? " off" : "")}",
            SettlementInput.MeterRead read => $"MeterRead {read.Reading.Statement.ImportWh}{(read.Reading.PowerIsOff ? " off" : "")}",
            _ => input.GetType().Name,
        };
        var did = outputs.Select(output => output switch
        {
            SettlementOutput.Send send => $"Send {send.Kind}",
            SettlementOutput.Persist persist => $"Persist {persist.Entry.Kind}",
            SettlementOutput.ArmTimer arm => $"Arm {arm.Timer}",
            SettlementOutput.CancelTimer cancel => $"Cancel {cancel.Timer}",
            SettlementOutput.WithdrawPower withdraw => $"WithdrawPower {withdraw.Reason}",
            SettlementOutput.Publish publish => $"Publish {publish.Settled.Outcome}",
            SettlementOutput.Abandon abandon => $"Abandon {abandon.Fault}",
            _ => output.GetType().Name,
        });
        trace(FormattableString.Invariant($"{_now.TotalSeconds,9:F3} {device.Role,-7} {what} -> {phase}: {string.Join(", ", did)}"));
    }

    private bool CrashesBefore(SimulatedDevice device) => _options.CrashAt is { } at
        ? at.Role == device.Role && at.Output == device.OutputCount && _crashes == 0
        : Faulty && _chance.Chance(_options.CrashPerMille);

    private void Crash(SimulatedDevice device)
    {
        _crashes++;
        _options.Trace?.Invoke(FormattableString.Invariant($"{_now.TotalSeconds,9:F3} {device.Role,-7} crashes"));
        device.Crash();
        Break(TimeSpan.FromSeconds(4));
        At(TimeSpan.FromSeconds(2 + _chance.Below(3)), () =>
        {
            device.Boot(_now);
            Feed(device, new SettlementInput.Started(device.TimeAt(_now)));
            At(TimeSpan.FromSeconds(1), Connect);
        });
    }

    private void Perform(SimulatedDevice device, SettlementOutput output, Queue<SettlementInput> answers)
    {
        var time = device.TimeAt(_now);
        switch (output)
        {
            case SettlementOutput.Persist persist:
                device.Journal.Add(persist.Entry);
                if (persist.Entry.Kind == JournalEntryKind.Acceptance && device.Role == PartyRole.Vehicle)
                {
                    _vehicleStart = VehicleWh;
                    _drawingSince = null;
                }

                break;
            case SettlementOutput.Send send:
                Send(device, send);
                break;
            case SettlementOutput.Sign sign:
                answers.Enqueue(new SettlementInput.Signed(time, sign.Part, StatementSigner.Sign(sign, device.Credential)));
                break;
            case SettlementOutput.Verify verify:
                answers.Enqueue(PairVerifier.Verify(verify, _world.Pki.Anchors, time));
                break;
            case SettlementOutput.Draw draw:
                answers.Enqueue(new SettlementInput.Drawn(time, Octets(draw.Count)));
                break;
            case SettlementOutput.ArmTimer arm:
                Arm(device, arm);
                break;
            case SettlementOutput.CancelTimer cancel:
                device.Timers.Remove(cancel.Timer);
                break;
            case SettlementOutput.PermitPower:
                device.PowerPermitted = true;
                break;
            case SettlementOutput.WithdrawPower:
                device.PowerPermitted = false;
                At(TimeSpan.FromMilliseconds(300), () => ReadLast(device));
                break;
            case SettlementOutput.Accuse accuse:
                _contradictions.Add(accuse.Contradiction);
                break;
            case SettlementOutput.Publish publish:
                device.Published.Add(publish.Settled);
                Finish(device, publish.Settled);
                break;
            case SettlementOutput.Abandon abandon:
                _faults.Add(abandon.Fault);
                break;
        }
    }

    private void Finish(SimulatedDevice device, SettledSession settled)
    {
        // A session counts when the charger has its record: what it delivered is accounted for.
        if (device.Role == PartyRole.Charger && (settled.Outcome != SettlementOutcome.Unilateral || _devices[PartyRole.Vehicle].HasVanished)
            && _faultsOver)
        {
            _finished++;
        }
        else if (device.Role == PartyRole.Vehicle && _devices[PartyRole.Charger].HasVanished)
        {
            _finished++;
        }
    }

    private void ReadLast(SimulatedDevice device)
    {
        if (!device.IsUp || device.HasVanished || !PowerIsOff(device))
        {
            return;
        }

        if (device.Role == PartyRole.Charger)
        {
            ReadMeter(device);
        }
        else
        {
            Feed(device, new SettlementInput.Measured(device.TimeAt(_now), Measure(device)));
        }
    }

    private void Arm(SimulatedDevice device, SettlementOutput.ArmTimer arm)
    {
        var arming = ++_armings;
        device.Timers[arm.Timer] = arming;
        At(device.GlobalDelay(arm.Due), () =>
        {
            if (device.IsUp && device.Timers.GetValueOrDefault(arm.Timer) == arming)
            {
                device.Timers.Remove(arm.Timer);
                Feed(device, new SettlementInput.Elapsed(device.TimeAt(_now), arm.Timer));
            }
        });
    }
}
