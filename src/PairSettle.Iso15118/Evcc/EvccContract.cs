using PairSettle.Credentials;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <summary>The public part of a contract credential. The identifier is personal: it is never logged.</summary>
/// <param name="EMAID">The contract identifier.</param>
/// <param name="Chain">The contract certificate and its sub-authorities.</param>
public sealed record EvccContract(string EMAID, CertificateChainType Chain)
{
    /// <summary>The public part of a credential whose common name is the contract identifier.</summary>
    /// <param name="credential">A contract credential.</param>
    /// <returns>The public part.</returns>
    /// <exception cref="ArgumentException">The certificate has no common name.</exception>
    public static EvccContract Of(Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(
            credential.Leaf.Subject.CommonName ?? throw new ArgumentException("A contract certificate names its contract.", nameof(credential)),
            CertificateChains.Of(credential.Leaf, credential.Intermediates));
    }
}
