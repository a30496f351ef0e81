using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Evcc;

/// <summary>Where the vehicle keeps contracts.</summary>
public interface IContractStore
{
    /// <summary>Verifies a provisioning response, decrypts its key and keeps the contract.</summary>
    /// <param name="response">CertificateInstallationRes or CertificateUpdateRes with its signature.</param>
    /// <param name="raw">The octets as they came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The contract, or null where the response is not to be trusted.</returns>
    ValueTask<EvccContract?> InstallAsync(V2G_Message response, ExiBytes raw, CancellationToken cancellationToken);
}
