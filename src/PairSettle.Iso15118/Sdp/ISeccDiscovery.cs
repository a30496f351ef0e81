namespace PairSettle.Iso15118.Sdp;

/// <summary>How an EVCC learns where its SECC is: <see cref="SdpClient"/> asks the link, <see cref="FixedSeccDiscovery"/> was told.</summary>
public interface ISeccDiscovery
{
    /// <summary>Finds the SECC.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where to connect.</returns>
    /// <exception cref="SdpException">No SECC was found.</exception>
    ValueTask<SeccEndpoint> DiscoverAsync(CancellationToken cancellationToken);
}
