using PairSettle.Credentials;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>Whom the vehicle trusts to deliver contracts.</summary>
/// <param name="Anchors">The anchors; roots of the V2G hierarchy vouch for provisioning services.</param>
/// <param name="Evidence">The revocation evidence at hand.</param>
/// <param name="Policy">
/// The verifier's choices. A vehicle rarely has evidence about the service: <see cref="ChainPolicy.AcceptUnknownRevocation"/> says that it does without.
/// </param>
public sealed record ContractDeliveryTrust(TrustStore Anchors, RevocationEvidence Evidence, ChainPolicy Policy);
