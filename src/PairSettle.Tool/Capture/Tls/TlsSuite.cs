using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>What a cipher suite means for the record layer.</summary>
/// <param name="Cipher">How records are protected.</param>
/// <param name="KeySize">Octets of a key.</param>
/// <param name="Hash">The hash that keys are derived with.</param>
/// <param name="Mac">The hash of the record MAC, with CBC only.</param>
internal sealed record TlsSuite(TlsCipher Cipher, int KeySize, HashAlgorithmName Hash, HashAlgorithmName Mac = default)
{
    private static readonly HashAlgorithmName Sha1 = HashAlgorithmName.SHA1;
    private static readonly HashAlgorithmName Sha256 = HashAlgorithmName.SHA256;
    private static readonly HashAlgorithmName Sha384 = HashAlgorithmName.SHA384;

    /// <summary>Octets of the MAC.</summary>
    public int MacSize => Mac == Sha1 ? 20 : Mac == Sha256 ? 32 : Mac == Sha384 ? 48 : 0;

    /// <summary>Finds a suite by its registered number, which is that of one version only.</summary>
    public static bool TryFind(ushort number, bool tls13, [NotNullWhen(true)] out TlsSuite? suite)
    {
        suite = (number, tls13) switch
        {
            (0x1301, true) => new(TlsCipher.Gcm, 16, Sha256),
            (0x1302, true) => new(TlsCipher.Gcm, 32, Sha384),
            (0x1303, true) => new(TlsCipher.ChaCha20Poly1305, 32, Sha256),

            // ECDHE_ECDSA, ECDH_ECDSA, ECDHE_RSA, RSA and DHE_RSA: how the secret came about makes no difference any more.
            (0xC023 or 0xC025 or 0xC027 or 0x003C or 0x0067, false) => new(TlsCipher.Cbc, 16, Sha256, Sha256),
            (0xC024 or 0xC026 or 0xC028, false) => new(TlsCipher.Cbc, 32, Sha384, Sha384),
            (0x003D or 0x006B, false) => new(TlsCipher.Cbc, 32, Sha256, Sha256),
            (0xC009 or 0xC004 or 0xC013 or 0x002F, false) => new(TlsCipher.Cbc, 16, Sha256, Sha1),
            (0xC00A or 0xC005 or 0xC014 or 0x0035, false) => new(TlsCipher.Cbc, 32, Sha256, Sha1),
            (0xC02B or 0xC02D or 0xC02F or 0x009C or 0x009E, false) => new(TlsCipher.Gcm, 16, Sha256),
            (0xC02C or 0xC02E or 0xC030 or 0x009D or 0x009F, false) => new(TlsCipher.Gcm, 32, Sha384),
            (0xCCA8 or 0xCCA9 or 0xCCAA, false) => new(TlsCipher.ChaCha20Poly1305, 32, Sha256),
            _ => null,
        };
        return suite is not null;
    }
}
