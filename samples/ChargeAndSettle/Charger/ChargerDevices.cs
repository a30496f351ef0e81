using PairSettle.Hal.Metering;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Samples.ChargeAndSettle.Wiring;
using PairSettle.Testing.Devices;

namespace PairSettle.Samples.ChargeAndSettle.Charger;

/// <summary>The charger's power electronics, simulated, and its meter, read over Modbus.</summary>
internal sealed class ChargerDevices(IEnergyMeter meter, SimulatedLoad load, PilotWire pilot, TimeProvider time, bool isAc) : ISeccDevices
{
    private const long AcPowerW = 11_000;
    private readonly Lock _gate = new();
    private Action<SeccInput> _report = static _ => { };
    private bool _closed;
    private decimal _voltageV;
    private decimal _currentA;

    /// <summary>Whether the contactor lets energy through.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _closed;
            }
        }
    }

    public void Attach(Action<SeccInput> report)
    {
        _report = report;
        report(new SeccInput.ContactorReported(false));
        pilot.Watch(state => report(new SeccInput.ControlPilotReported(state)));
    }

    public ValueTask SetContactorAsync(bool closed, PowerPurpose purpose, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _closed = closed;
            Follow();
        }

        _report(new SeccInput.ContactorReported(closed));
        return ValueTask.CompletedTask;
    }

    public ValueTask SetDcTargetAsync(decimal voltageV, decimal currentA, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            (_voltageV, _currentA) = (voltageV, currentA);
            Follow();
        }

        _report(new SeccInput.DcMeasured(new(voltageV, currentA)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask<MeterReading?> ReadMeterAsync(CancellationToken cancellationToken)
    {
        var sample = await meter.ReadSampleAsync(cancellationToken);
        return new(meter.SerialNumber, (ulong)sample.ImportWh, time.GetUtcNow());
    }

    public ValueTask<IsolationLevelType> CheckCableAsync(CancellationToken cancellationToken) => new(IsolationLevelType.Valid);

    private void Follow() => load.SetPower(!_closed ? 0 : isAc ? AcPowerW : (long)(_voltageV * _currentA));
}
