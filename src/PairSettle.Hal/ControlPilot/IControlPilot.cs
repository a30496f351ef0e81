namespace PairSettle.Hal.ControlPilot;

/// <summary>
/// The charger's end of the control pilot. Both directions are levels, not edges: the reader asks for the present state and is told
/// how many changes it missed, and the writer repeats the level that it wants. Repeating it is also the host's heartbeat.
/// </summary>
public interface IControlPilot : IAsyncDisposable
{
    /// <summary>
    /// How long the device waits for the next <see cref="SetAsync"/> before it takes the host for dead: it then goes to
    /// <see cref="PilotOutput.Steady"/>, opens the contactor on its own and reports <see cref="HalFault.HostSilent"/> until the next call.
    /// </summary>
    TimeSpan WatchdogTimeout { get; }

    /// <summary>What the pilot shows now.</summary>
    ControlPilotReading Reading { get; }

    /// <summary>States the wanted output and feeds the watchdog. Stating the same output again changes nothing else.</summary>
    /// <param name="output">The wanted output.</param>
    /// <param name="cancellationToken">Gives up waiting for the device.</param>
    /// <returns>A task that ends when the device holds the output.</returns>
    /// <exception cref="HalException">The device cannot hold the output.</exception>
    ValueTask SetAsync(PilotOutput output, CancellationToken cancellationToken);

    /// <summary>Waits until the sequence number is greater than a given one; at once where it already is.</summary>
    /// <param name="afterSequence">The sequence number of the last reading that the caller has dealt with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The present reading.</returns>
    ValueTask<ControlPilotReading> WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken);
}
