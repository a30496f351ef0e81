using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;

namespace PairSettle.Testing.Simulation;

// Time, energy, readings and the link.
public sealed partial class SettlementSimulation
{
    private void At(TimeSpan delay, Action happening) => _events.Enqueue(happening, (_now + delay, _order++));

    private void Flow(TimeSpan until)
    {
        _now = until;
        if (_devices.Values.All(device => device is { IsUp: true, HasVanished: false, PowerPermitted: true }))
        {
            _flowedWh += _options.PowerW * (until - _flowedUntil).TotalHours;
        }

        _flowedUntil = until;
    }

    private static bool PowerIsOff(SimulatedDevice device) => !device.PowerPermitted;

    private void Sample()
    {
        var charger = _devices[PartyRole.Charger];
        var vehicle = _devices[PartyRole.Vehicle];
        if (charger is { IsUp: true, HasVanished: false })
        {
            ReadMeter(charger);
        }

        if (vehicle is { IsUp: true, HasVanished: false })
        {
            Feed(vehicle, new SettlementInput.Measured(vehicle.TimeAt(_now), Measure(vehicle)));
            KeepCharging(vehicle);
        }

        if (Faulty && _linked && _chance.Chance(_options.BreakPerMille))
        {
            Break(TimeSpan.FromMilliseconds(500 + _chance.Below(20_000)));
        }

        At(_options.Sampling, Sample);
    }

    private void ReadMeter(SimulatedDevice charger)
    {
        var register = MeterWh;
        if (_lastRead != 0)
        {
            _largestStep = Math.Max(_largestStep, register - _lastRead);
        }

        _lastRead = register;
        var time = charger.TimeAt(_now);
        Feed(charger, new SettlementInput.MeterRead(time, _world.Read(register, time.Wall, PowerIsOff(charger))));
        if (_charger is { Phase: ChargerPhase.Delivering, Session: { } session })
        {
            _worstExposure = Math.Max(_worstExposure, session.UnacknowledgedWh);
        }
    }

    private VehicleReading Measure(SimulatedDevice vehicle) => new(VehicleWh - _vehicleStart, 0, PowerIsOff(vehicle));

    private void KeepCharging(SimulatedDevice vehicle)
    {
        if (_vehicle.Phase == VehiclePhase.Drawing)
        {
            _drawingSince ??= _now;
            if (_now - _drawingSince >= _options.ChargeFor)
            {
                Feed(vehicle, new SettlementInput.StopRequested(vehicle.TimeAt(_now), EndReason.VehicleStopped));
            }
        }
        else if (IsAtRest(vehicle) && _linked && IsAtRest(_devices[PartyRole.Charger]) && _finished < _options.Sessions)
        {
            Feed(vehicle, new SettlementInput.Linked(vehicle.TimeAt(_now), Channel()));
        }
    }

    private ChannelBinding Channel() => new("simulated", ExiBytes.Copy(BitConverter.GetBytes(_connection)));

    private void Connect()
    {
        if (_linked || _devices.Values.Any(device => !device.IsUp || device.HasVanished))
        {
            return;
        }

        _linked = true;
        _connection++;
        foreach (var device in _devices.Values)
        {
            Feed(device, new SettlementInput.Linked(device.TimeAt(_now), Channel()));
        }
    }

    private void Break(TimeSpan duration)
    {
        if (!_linked)
        {
            return;
        }

        _options.Trace?.Invoke(FormattableString.Invariant($"{_now.TotalSeconds,9:F3} link breaks"));
        _linked = false;
        _connection++;
        foreach (var device in _devices.Values.Where(device => device.IsUp))
        {
            Feed(device, new SettlementInput.LinkLost(device.TimeAt(_now)));
        }

        At(duration, Connect);
    }
}
