using System.Collections.Immutable;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>What a provisioning service puts into its answer to one vehicle.</summary>
public sealed record ContractIssue
{
    /// <summary>The contract certificate; its common name is the contract identifier.</summary>
    public required Certificate Contract { get; init; }

    /// <summary>The issuers of the contract certificate, nearest first, without the root: four at most.</summary>
    public required ImmutableArray<Certificate> Intermediates { get; init; }

    /// <summary>The contract's private key, which must be exportable.</summary>
    public required ECDsa ContractKey { get; init; }

    /// <summary>
    /// The vehicle: the chain of the certificate in its request, verified for <see cref="CertificateUse.OemProvisioning"/> (installation) or
    /// <see cref="CertificateUse.Contract"/> (update). That the request is signed with that certificate is the caller's to check
    /// (<see cref="Session.HeaderSignatureVerifier"/>).
    /// </summary>
    public required VerifiedChain Vehicle { get; init; }

    /// <summary>The provisioning service.</summary>
    public required Credential Provider { get; init; }
}
