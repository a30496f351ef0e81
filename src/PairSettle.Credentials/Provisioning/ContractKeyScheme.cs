using System.Security.Cryptography;

namespace PairSettle.Credentials.Provisioning;

/// <summary>
/// How an edition of ISO 15118 encrypts a contract's private key for one vehicle: a key agreement between a key that the sender makes for this
/// delivery and the static key of the vehicle's certificate (NIST SP 800-56A, C(1e, 1s)), a derivation, and a cipher.
/// </summary>
public abstract class ContractKeyScheme
{
    // NIST SP 800-56A, concatenation: a counter before the secret; algorithm, party U and party V after it.
    private static readonly byte[] Counter = [0, 0, 0, 1];
    private static readonly byte[] Parties = [0x01, 0x55, 0x56];

    private protected ContractKeyScheme()
    {
    }

    /// <summary>
    /// ISO 15118-2: P-256, SHA-256, AES-128-CBC without padding over the 32 octets of the key ([V2G2-815] to [V2G2-823]).
    /// </summary>
    public static ContractKeyScheme Iso15118Part2 { get; } = new Part2Scheme();

    /// <summary>The kind of key of the vehicle's certificate, of the sender and of the contract.</summary>
    public abstract KeyAlgorithm KeyAlgorithm { get; }

    /// <summary>The number of octets of the encrypted private key.</summary>
    public int EncryptedLength => IvLength + KeyAlgorithm.FieldLength() + TagLength;

    internal abstract int IvLength { get; }

    private protected abstract int TagLength { get; }

    private protected abstract HashAlgorithmName Hash { get; }

    private protected abstract int CipherKeyLength { get; }

    private protected virtual ReadOnlySpan<byte> OtherInfo => Parties;

    /// <summary>
    /// ISO 15118-20: P-521, SHA-512, AES-256-GCM over the 66 octets of the key, bound to the vehicle and the contract ([V2G20-2492],
    /// [V2G20-2497] to [V2G20-2507]). Envelopes for a TPM (<c>TPM_EncryptedPrivateKey</c>) and for X448 are not of this scheme.
    /// </summary>
    /// <param name="derivation">The reading of the key derivation.</param>
    /// <param name="pcid">The vehicle's PCID as it stands in its provisioning certificate.</param>
    /// <returns>The scheme for this vehicle.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The derivation is none.</exception>
    public static ContractKeyScheme Iso15118Part20(Iso20KeyDerivation derivation, Pcid pcid)
    {
        ArgumentNullException.ThrowIfNull(pcid);
        return Enum.IsDefined(derivation) ? new Part20Scheme(derivation, pcid) : throw new ArgumentOutOfRangeException(nameof(derivation));
    }

    /// <summary>What the scheme authenticates beside the key.</summary>
    /// <returns>A fault where the scheme cannot be used with this contract.</returns>
    internal virtual ProvisioningFault Bind(Certificate contract, out byte[] associatedData)
    {
        associatedData = [];
        return ProvisioningFault.None;
    }

    /// <summary>Encrypts the private key. The secret is overwritten.</summary>
    internal byte[] Encrypt(byte[] secret, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> associatedData)
    {
        var key = DeriveKey(secret);
        try
        {
            var encrypted = new byte[EncryptedLength];
            iv.CopyTo(encrypted);
            EncryptInto(encrypted, key, scalar, associatedData);
            return encrypted;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Decrypts the private key. The secret is overwritten.</summary>
    /// <returns>False where the scheme authenticates and the tag is wrong.</returns>
    internal bool TryDecrypt(byte[] secret, ReadOnlySpan<byte> encrypted, Span<byte> scalar, ReadOnlySpan<byte> associatedData)
    {
        var key = DeriveKey(secret);
        try
        {
            return TryDecryptInto(scalar, key, encrypted, associatedData);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private protected abstract void EncryptInto(Span<byte> encrypted, byte[] key, ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> associatedData);

    private protected abstract bool TryDecryptInto(Span<byte> scalar, byte[] key, ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> associatedData);

    private byte[] DeriveKey(byte[] secret)
    {
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        try
        {
            using var hash = IncrementalHash.CreateHash(Hash);
            hash.AppendData(Counter);
            hash.AppendData(secret);
            hash.AppendData(OtherInfo);
            hash.TryGetHashAndReset(digest, out _);
            return digest[..CipherKeyLength].ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digest);
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
