using System.Collections.Immutable;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>A contract that the provisioning service signed, with its private key. It owns the key.</summary>
public sealed class DeliveredContract : IDisposable
{
    internal DeliveredContract(Certificate certificate, ImmutableArray<Certificate> intermediates, ECDsa key)
    {
        Key = key;
        Credential = new(certificate, intermediates, new ECDsaSigner(key, leaveOpen: true));
    }

    /// <summary>The contract certificate, its issuers without the root, and a signer of the key.</summary>
    public Credential Credential { get; }

    /// <summary>The private key, exportable, so that it can be moved to where the vehicle keeps keys.</summary>
    public ECDsa Key { get; }

    /// <summary>The same key for key agreement, as which it opens the next update.</summary>
    /// <returns>An agreement that owns a copy of the key.</returns>
    public ECDiffieHellmanAgreement CreateAgreement()
    {
        var parameters = Key.ExportParameters(includePrivateParameters: true);
        try
        {
            return new(ECDiffieHellman.Create(parameters));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
