using PairSettle.Credentials;

namespace PairSettle.Testing.Pki;

/// <summary>A credential with chosen defects, and the revocation lists of its own branch.</summary>
/// <param name="Credential">The credential; its key is disposed of with the PKI.</param>
/// <param name="Evidence">The revocation lists of the root and the intermediates of this chain.</param>
public sealed record DefectiveCredential(Credential Credential, RevocationEvidence Evidence);
