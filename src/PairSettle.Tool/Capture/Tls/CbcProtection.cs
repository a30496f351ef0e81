using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>AES-CBC with a MAC over the content (RFC 5246, 6.2.3.2) or, where both sides agreed, over the ciphertext (RFC 7366).</summary>
internal sealed class CbcProtection : RecordProtection
{
    private const int Block = 16;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _macKey;
    private readonly HashAlgorithmName _mac;
    private readonly int _macSize;
    private readonly bool _encryptThenMac;

    public CbcProtection(TlsSuite suite, ReadOnlySpan<byte> macKey, ReadOnlySpan<byte> key, bool encryptThenMac)
    {
        (_macKey, _mac, _macSize, _encryptThenMac) = (macKey.ToArray(), suite.Mac, suite.MacSize, encryptThenMac);
        _aes.Key = key.ToArray();
    }

    public override void Dispose() => _aes.Dispose();

    protected override byte[]? Open(ReadOnlySpan<byte> record, ulong sequence, ref TlsContentType type)
    {
        var fragment = record[Header..];
        if (_encryptThenMac)
        {
            if (fragment.Length < _macSize || !IsAuthentic(record, sequence, fragment[..^_macSize], fragment[^_macSize..]))
            {
                return null;
            }

            fragment = fragment[..^_macSize];
        }

        if (fragment.Length < 2 * Block || fragment.Length % Block != 0)
        {
            return null;
        }

        byte[] padded;
        try
        {
            padded = _aes.DecryptCbc(fragment[Block..], fragment[..Block], PaddingMode.None);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var padding = padded[^1] + 1;
        var trailer = padding + (_encryptThenMac ? 0 : _macSize);
        if (padded.Length < trailer || padded.AsSpan(padded.Length - padding).ContainsAnyExcept(padded[^1]))
        {
            return null;
        }

        var content = padded.AsSpan(0, padded.Length - trailer);
        return _encryptThenMac || IsAuthentic(record, sequence, content, padded.AsSpan(content.Length, _macSize)) ? content.ToArray() : null;
    }

    private bool IsAuthentic(ReadOnlySpan<byte> record, ulong sequence, ReadOnlySpan<byte> covered, ReadOnlySpan<byte> mac)
    {
        Span<byte> header = stackalloc byte[sizeof(ulong) + Header];
        BinaryPrimitives.WriteUInt64BigEndian(header, sequence);
        record[..Header].CopyTo(header[sizeof(ulong)..]);
        BinaryPrimitives.WriteUInt16BigEndian(header[^2..], (ushort)covered.Length);
        using var hmac = IncrementalHash.CreateHMAC(_mac, _macKey);
        hmac.AppendData(header);
        hmac.AppendData(covered);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), mac);
    }
}
