namespace PairSettle.Hal.Metering;

/// <summary>
/// An energy meter that can be asked for its counters. Reads are idempotent and may run while another one is pending;
/// a driver orders them itself.
/// </summary>
public interface IEnergyMeter : IAsyncDisposable
{
    /// <summary>The serial number that a meter declaration names: read from the meter where it can tell, otherwise as configured.</summary>
    string SerialNumber { get; }

    /// <summary>Reads the counters and the present power.</summary>
    /// <param name="cancellationToken">Gives up waiting; the meter is not disturbed.</param>
    /// <returns>The sample, with the monotonic time at which it was asked for.</returns>
    /// <exception cref="HalException">The meter or the way to it failed; <see cref="HalException.IsRetryable"/> says whether to try again.</exception>
    ValueTask<MeterSample> ReadSampleAsync(CancellationToken cancellationToken);
}
