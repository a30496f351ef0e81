using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Evcc;

/// <summary>The public part of a contract credential. The identifier is personal: it is never logged.</summary>
/// <param name="EMAID">The contract identifier.</param>
/// <param name="Chain">The contract certificate and its sub-authorities.</param>
public sealed record EvccContract(string EMAID, CertificateChainType Chain);
