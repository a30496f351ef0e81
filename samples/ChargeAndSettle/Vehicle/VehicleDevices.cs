using System.Net.Sockets;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Session;
using PairSettle.Testing.Devices;

namespace PairSettle.Samples.ChargeAndSettle.Vehicle;

/// <summary>The vehicle's battery and contactor, simulated; its control pilot is a wire to the charger.</summary>
internal sealed class VehicleDevices(NetworkStream pilot, SimulatedLoad battery, bool isAc) : IEvccDevices
{
    /// <summary>What the battery asks for.</summary>
    public static EvBattery Wish { get; } = new() { StateOfChargePercent = 41, TargetVoltageV = 400, TargetCurrentA = 125 };

    private const long AcPowerW = 11_000;
    private Action<EvccInput> _report = static _ => { };

    public void Attach(Action<EvccInput> report)
    {
        _report = report;
        report(new EvccInput.ControlPilotReported(ControlPilotState.B));
        report(new EvccInput.BatteryReported(Wish));
        report(new EvccInput.ContactorReported(false));
    }

    public async ValueTask SetControlPilotAsync(bool ready, CancellationToken cancellationToken)
    {
        await pilot.WriteAsync(ready ? "C"u8.ToArray() : "B"u8.ToArray(), cancellationToken);
        _report(new EvccInput.ControlPilotReported(ready ? ControlPilotState.C : ControlPilotState.B));
    }

    public ValueTask SetContactorAsync(bool closed, CancellationToken cancellationToken)
    {
        _report(new EvccInput.ContactorReported(closed));
        return ValueTask.CompletedTask;
    }

    /// <summary>Lets energy into the battery, or ends it.</summary>
    public void Draw(bool on) => battery.SetPower(!on ? 0 : isAc ? AcPowerW : (long)(Wish.TargetVoltageV * Wish.TargetCurrentA));
}
