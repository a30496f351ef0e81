using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Secc;

/// <summary>What the charger asks others for. What is not implemented is answered in the negative.</summary>
public interface ISeccBackend
{
    /// <summary>Judges a contract certificate chain.</summary>
    /// <param name="eMAID">The contract. Personal: it must not be logged.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="at">The time at which it must hold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The judgement.</returns>
    ValueTask<ContractVerdict> VerifyContractAsync(string eMAID, CertificateChainType chain, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(ContractVerdict.NoCertificate);

    /// <summary>
    /// Gives the challenge that the vehicle signs, where it should say more than nothing: the first octets of a hash
    /// over an offer, for instance. It must not be foreseeable: what is hashed has to hold fresh random octets.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Sixteen octets, or null for random ones.</returns>
    ValueTask<ExiBytes?> ProvideChallengeAsync(CancellationToken cancellationToken) => new((ExiBytes?)null);

    /// <summary>Finds the mobility operator's signature over tariffs.</summary>
    /// <param name="tariffs">The tariffs, each with an Id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The signature, or null where there is none.</returns>
    ValueTask<SignatureType?> SignTariffsAsync(ExiList<SalesTariffType> tariffs, CancellationToken cancellationToken) => new((SignatureType?)null);

    /// <summary>Answers a request for a contract certificate.</summary>
    /// <param name="request">The request with its signature, which the backend verifies.</param>
    /// <param name="raw">The octets as they came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    ValueTask<ProvisioningResult> ProvisionAsync(V2G_Message request, ExiBytes raw, CancellationToken cancellationToken) =>
        new(new ProvisioningResult.Declined(ResponseCodeType.FAILED_NoCertificateAvailable));

    /// <summary>Works out schedules, where the options hold none.</summary>
    /// <param name="request">What the vehicle asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The schedules, or null where they will be posted later.</returns>
    ValueTask<SAScheduleListType?> ProvideSchedulesAsync(ChargeParameterDiscoveryReq request, CancellationToken cancellationToken) =>
        new((SAScheduleListType?)null);
}
