using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>
/// The charger's devices. A command returns when the device has taken it, not when it has followed: positions, states
/// and samples are reported as inputs. All are levels, so a repeated report does no harm and a lost one is made good by
/// the next.
/// </summary>
public interface ISeccDevices
{
    /// <summary>
    /// Names the place for reports: <see cref="SeccInput.ContactorReported"/>, <see cref="SeccInput.ControlPilotReported"/>,
    /// <see cref="SeccInput.DcMeasured"/> and <see cref="SeccInput.FaultDetected"/>. The present levels are reported at once.
    /// </summary>
    /// <param name="report">Takes a report, on any thread.</param>
    void Attach(Action<SeccInput> report);

    /// <summary>Moves the contactor. The position is reported afterwards, also where nothing had to move.</summary>
    /// <param name="closed">Where to.</param>
    /// <param name="purpose">What it is closed for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when the command is taken.</returns>
    ValueTask SetContactorAsync(bool closed, PowerPurpose purpose, CancellationToken cancellationToken);

    /// <summary>Reads the meter.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The reading, or null where there is none now.</returns>
    ValueTask<MeterReading?> ReadMeterAsync(CancellationToken cancellationToken);

    /// <summary>Tests the isolation of the cable (DC).</summary>
    /// <param name="cancellationToken">Gives up, and takes the voltage off the cable.</param>
    /// <returns>The result.</returns>
    ValueTask<IsolationLevelType> CheckCableAsync(CancellationToken cancellationToken);

    /// <summary>Sets the power supply (DC).</summary>
    /// <param name="voltageV">The voltage to reach.</param>
    /// <param name="currentA">The current not to exceed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when the command is taken.</returns>
    ValueTask SetDcTargetAsync(decimal voltageV, decimal currentA, CancellationToken cancellationToken);
}
