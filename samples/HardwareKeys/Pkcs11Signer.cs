using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using PairSettle.Credentials;

namespace PairSettle.Samples.HardwareKeys;

/// <summary>A key in a token: all that the libraries ask of one is to sign a hash.</summary>
internal sealed class Pkcs11Signer(ISession session, IObjectHandle key, SignatureAlgorithm algorithm, byte[] subjectPublicKeyInfo) : ICredentialSigner
{
    private readonly Lock _gate = new();

    public SignatureAlgorithm Algorithm => algorithm;

    /// <summary>The DER octets of the public key with its algorithm.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => subjectPublicKeyInfo;

    // CKM_ECDSA takes the hash and gives r || s of fixed length, which is what is asked for. A session does one thing at a time.
    public byte[] SignHash(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != algorithm.HashLength())
        {
            throw new ArgumentException($"the hash must have {algorithm.HashLength()} octets", nameof(hash));
        }

        lock (_gate)
        {
            return session.Sign(session.Factories.MechanismFactory.Create(CKM.CKM_ECDSA), key, hash.ToArray());
        }
    }
}
