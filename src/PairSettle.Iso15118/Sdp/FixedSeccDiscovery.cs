namespace PairSettle.Iso15118.Sdp;

/// <summary>An endpoint that is known beforehand: no datagram is sent.</summary>
/// <param name="endpoint">Where the SECC is.</param>
public sealed class FixedSeccDiscovery(SeccEndpoint endpoint) : ISeccDiscovery
{
    private readonly SeccEndpoint _endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));

    /// <inheritdoc/>
    public ValueTask<SeccEndpoint> DiscoverAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_endpoint);
    }
}
