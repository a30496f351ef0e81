namespace PairSettle.Iso15118.Evcc;

/// <summary>
/// The vehicle's devices. A command returns when the device has taken it, not when it has followed: positions and
/// states are reported as inputs, and are levels.
/// </summary>
public interface IEvccDevices
{
    /// <summary>
    /// Names the place for reports: <see cref="EvccInput.ContactorReported"/>, <see cref="EvccInput.ControlPilotReported"/>,
    /// <see cref="EvccInput.BatteryReported"/> and <see cref="EvccInput.FaultDetected"/>.
    /// </summary>
    /// <param name="report">Takes a report, on any thread.</param>
    void Attach(Action<EvccInput> report);

    /// <summary>Shows state C, or state B, on the control pilot.</summary>
    /// <param name="ready">Whether the vehicle is ready for energy.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when the command is taken.</returns>
    ValueTask SetControlPilotAsync(bool ready, CancellationToken cancellationToken);

    /// <summary>Keeps the on-board charger within a current (AC).</summary>
    /// <param name="currentA">The current per phase.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when the command is taken.</returns>
    ValueTask LimitAcCurrentAsync(decimal currentA, CancellationToken cancellationToken) => default;

    /// <summary>Moves the vehicle's contactor (DC). The position is reported afterwards, also where nothing had to move.</summary>
    /// <param name="closed">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when the command is taken.</returns>
    ValueTask SetContactorAsync(bool closed, CancellationToken cancellationToken);
}
