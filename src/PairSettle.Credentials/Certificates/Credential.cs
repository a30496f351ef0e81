using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>What a party holds: its certificate, the intermediates up to but not including the root, and the key behind a signer.</summary>
/// <param name="Leaf">The party's certificate.</param>
/// <param name="Intermediates">The issuers, nearest first.</param>
/// <param name="Signer">The private key.</param>
public sealed record Credential(Certificate Leaf, ImmutableArray<Certificate> Intermediates, ICredentialSigner Signer);
