using PairSettle.Credentials;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>Judges contract certificate chains offline and puts the report into the response codes of ISO 15118-2.</summary>
public static class ContractChains
{
    /// <summary>How long before its end a contract certificate "expires soon"; stacks in the field use 14 to 21 days.</summary>
    public static TimeSpan ExpiresSoon { get; } = TimeSpan.FromDays(21);

    /// <summary>Judges a chain as it came in PaymentDetailsReq.</summary>
    /// <param name="eMAID">The contract that the vehicle named. Personal.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="at">The time at which it must hold.</param>
    /// <param name="anchors">The trusted anchors.</param>
    /// <param name="evidence">The revocation evidence at hand.</param>
    /// <param name="policy">The verifier's choices.</param>
    /// <param name="verified">The verified chain, where it can be trusted and names the contract.</param>
    /// <returns>The judgement.</returns>
    public static ContractVerdict Judge(
        string eMAID,
        CertificateChainType chain,
        DateTimeOffset at,
        TrustStore anchors,
        RevocationEvidence evidence,
        ChainPolicy policy,
        out VerifiedChain? verified)
    {
        verified = null;
        if (!CertificateChains.TryRead(chain, out var certificates))
        {
            return ContractVerdict.ChainError;
        }

        var leaf = certificates[0];
        var report = ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = certificates[1..],
            Anchors = anchors,
            Use = CertificateUse.Contract,
            At = at,
            Evidence = evidence,
            Policy = policy,
        });
        if (report.Verdict is not ChainVerdict.Trusted)
        {
            return report.Has(ChainReason.Revoked) ? ContractVerdict.Revoked
                : report.Has(ChainReason.Expired) || report.Has(ChainReason.NotYetValid) ? ContractVerdict.Expired
                : ContractVerdict.ChainError;
        }

        if (!Names(leaf, eMAID))
        {
            return ContractVerdict.ChainError;
        }

        verified = report.Chain;
        return leaf.NotAfter - at < ExpiresSoon ? ContractVerdict.ExpiresSoon : ContractVerdict.Valid;
    }

    // The common name is the EMAID ([V2G2-108]); either may be written with separators and in either case.
    internal static bool Names(Certificate leaf, string eMAID) =>
        leaf.Subject.CommonName is { } name && string.Equals(Plain(name), Plain(eMAID), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string identifier) => identifier.Replace("-", "", StringComparison.Ordinal);
}
