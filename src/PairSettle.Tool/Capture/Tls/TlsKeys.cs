using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>From secrets to keys: the PRF of TLS 1.2 and HKDF as TLS 1.3 uses it.</summary>
internal static class TlsKeys
{
    /// <summary>The key block of TLS 1.2 (RFC 5246, 5 and 6.3).</summary>
    public static byte[] KeyBlock(HashAlgorithmName hash, ReadOnlySpan<byte> master, ReadOnlySpan<byte> serverRandom, ReadOnlySpan<byte> clientRandom, int size)
    {
        byte[] seed = [.. "key expansion"u8, .. serverRandom, .. clientRandom];
        var block = new byte[size];
        var a = seed;
        for (var done = 0; done < size;)
        {
            a = CryptographicOperations.HmacData(hash, master, a);
            var part = CryptographicOperations.HmacData(hash, master, [.. a, .. seed]);
            var take = Math.Min(part.Length, size - done);
            part.AsSpan(0, take).CopyTo(block.AsSpan(done));
            done += take;
        }

        return block;
    }

    /// <summary>HKDF-Expand-Label with an empty context (RFC 8446, 7.1).</summary>
    public static byte[] ExpandLabel(HashAlgorithmName hash, byte[] secret, string label, int size)
    {
        var info = new byte[2 + 1 + 6 + label.Length + 1];
        BinaryPrimitives.WriteUInt16BigEndian(info, (ushort)size);
        info[2] = (byte)(6 + label.Length);
        Encoding.ASCII.GetBytes("tls13 " + label, info.AsSpan(3));
        return HKDF.Expand(hash, secret, size, info);
    }

    /// <summary>The secret that follows after a key update (RFC 8446, 7.2).</summary>
    public static byte[] NextTrafficSecret(HashAlgorithmName hash, byte[] secret) => ExpandLabel(hash, secret, "traffic upd", secret.Length);
}
