namespace PairSettle.Hal.ControlPilot;

/// <summary>
/// The contactor that feeds the vehicle. The host gives or takes back a permission; the hardware decides (residual current, over-current and
/// pilot state trip it without asking) and confirms by a mirror contact.
/// </summary>
public interface IContactor : IAsyncDisposable
{
    /// <summary>Whether the mirror contact reports the main contacts closed.</summary>
    bool IsClosed { get; }

    /// <summary>Permission, confirmed position and fault now.</summary>
    ContactorReading Reading { get; }

    /// <summary>
    /// Gives (true) or takes back (false) the permission to close. Ends when the device has taken the order, which is before the contacts
    /// have moved: wait for the confirmation with <see cref="WaitForChangeAsync"/>. Giving the same order again changes nothing.
    /// </summary>
    /// <param name="closed">True to permit power, false to open.</param>
    /// <param name="cancellationToken">Gives up waiting for the device. An order to open must not be given up: pass a token that never fires.</param>
    /// <returns>A task that ends when the order is taken.</returns>
    /// <exception cref="HalException">The device does not take the order.</exception>
    ValueTask SetAsync(bool closed, CancellationToken cancellationToken);

    /// <summary>Waits until the sequence number is greater than a given one; at once where it already is.</summary>
    /// <param name="afterSequence">The sequence number of the last reading that the caller has dealt with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The present reading.</returns>
    ValueTask<ContactorReading> WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken);
}
