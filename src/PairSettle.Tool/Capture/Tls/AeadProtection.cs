using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>AES-GCM and ChaCha20-Poly1305, with the nonces of TLS 1.2 (RFC 5288, RFC 7905) and of TLS 1.3 (RFC 8446, 5.2 and 5.3).</summary>
internal sealed class AeadProtection : RecordProtection
{
    private const int Tag = 16;
    private const int Nonce = 12;
    private const int ExplicitNonce = 8;

    private readonly AesGcm? _gcm;
    private readonly ChaCha20Poly1305? _chaCha;
    private readonly byte[] _iv;
    private readonly bool _tls13;

    private AeadProtection(TlsCipher cipher, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, bool tls13)
    {
        (_iv, _tls13) = (iv.ToArray(), tls13);
        if (cipher is TlsCipher.Gcm)
        {
            _gcm = new(key, Tag);
        }
        else
        {
            _chaCha = new(key);
        }
    }

    /// <summary>Octets of the part of the nonce that the key block of TLS 1.2 gives.</summary>
    public static int FixedIvSize(TlsCipher cipher) => cipher is TlsCipher.Gcm ? Nonce - ExplicitNonce : Nonce;

    public static AeadProtection ForTls12(TlsCipher cipher, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv) => new(cipher, key, iv, tls13: false);

    public static AeadProtection ForTls13(TlsSuite suite, byte[] secret) => new(
        suite.Cipher,
        TlsKeys.ExpandLabel(suite.Hash, secret, "key", suite.KeySize),
        TlsKeys.ExpandLabel(suite.Hash, secret, "iv", Nonce),
        tls13: true);

    public override void Dispose()
    {
        _gcm?.Dispose();
        _chaCha?.Dispose();
    }

    protected override byte[]? Open(ReadOnlySpan<byte> record, ulong sequence, ref TlsContentType type)
    {
        var fragment = record[Header..];
        Span<byte> nonce = stackalloc byte[Nonce];
        var explicitNonce = !_tls13 && _gcm is not null;
        if (explicitNonce)
        {
            if (fragment.Length < ExplicitNonce)
            {
                return null;
            }

            _iv.CopyTo(nonce);
            fragment[..ExplicitNonce].CopyTo(nonce[_iv.Length..]);
            fragment = fragment[ExplicitNonce..];
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(nonce[(Nonce - sizeof(ulong))..], sequence);
            for (var i = 0; i < Nonce; i++)
            {
                nonce[i] ^= _iv[i];
            }
        }

        if (fragment.Length < Tag)
        {
            return null;
        }

        // TLS 1.3 authenticates the header as it stands; TLS 1.2 the sequence number, and the length without nonce and tag.
        var length = fragment.Length - Tag;
        Span<byte> associated = stackalloc byte[sizeof(ulong) + Header];
        BinaryPrimitives.WriteUInt64BigEndian(associated, sequence);
        record[..Header].CopyTo(associated[sizeof(ulong)..]);
        BinaryPrimitives.WriteUInt16BigEndian(associated[^2..], (ushort)length);
        var content = new byte[length];
        try
        {
            var ciphertext = fragment[..length];
            var tag = fragment[length..];
            var data = _tls13 ? record[..Header] : associated;
            if (_gcm is not null)
            {
                _gcm.Decrypt(nonce, ciphertext, tag, content, data);
            }
            else
            {
                _chaCha!.Decrypt(nonce, ciphertext, tag, content, data);
            }
        }
        catch (CryptographicException)
        {
            return null;
        }

        return _tls13 ? WithoutPadding(content, ref type) : content;
    }

    // The content type is the last octet that is not zero (RFC 8446, 5.2).
    private static byte[]? WithoutPadding(byte[] inner, ref TlsContentType type)
    {
        var last = inner.AsSpan().LastIndexOfAnyExcept((byte)0);
        if (last < 0)
        {
            return null;
        }

        type = (TlsContentType)inner[last];
        return inner[..last];
    }
}
