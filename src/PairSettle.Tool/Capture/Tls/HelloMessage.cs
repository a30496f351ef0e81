using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>What a ClientHello or ServerHello says about the record layer.</summary>
/// <param name="Random">32 octets.</param>
/// <param name="Version">0x0303 or 0x0304; what the ServerHello chose, and of a ClientHello the legacy version.</param>
/// <param name="Suite">The suite that the ServerHello chose; 0 for a ClientHello.</param>
/// <param name="EncryptThenMac">Whether the extension is there.</param>
internal sealed record HelloMessage(byte[] Random, ushort Version, ushort Suite, bool EncryptThenMac)
{
    public const ushort Tls12 = 0x0303;
    public const ushort Tls13 = 0x0304;

    private const int RandomSize = 32;
    private const ushort EncryptThenMacExtension = 22;
    private const ushort SupportedVersions = 43;

    // SHA-256 of "HelloRetryRequest" (RFC 8446, 4.1.3): the client will send a second ClientHello with the same random.
    private static ReadOnlySpan<byte> RetryRandom =>
    [
        0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
        0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C,
    ];

    /// <summary>Whether this ServerHello only asks for another ClientHello.</summary>
    public bool IsRetryRequest => Random.AsSpan().SequenceEqual(RetryRandom);

    /// <summary>Reads a ClientHello as far as its random.</summary>
    public static bool TryParseClient(ReadOnlySpan<byte> body, [NotNullWhen(true)] out HelloMessage? hello)
    {
        hello = body.Length < 2 + RandomSize ? null
            : new(body.Slice(2, RandomSize).ToArray(), BinaryPrimitives.ReadUInt16BigEndian(body), 0, false);
        return hello is not null;
    }

    /// <summary>Reads a ServerHello.</summary>
    public static bool TryParseServer(ReadOnlySpan<byte> body, [NotNullWhen(true)] out HelloMessage? hello)
    {
        hello = null;
        if (body.Length < 2 + RandomSize + 1)
        {
            return false;
        }

        var version = BinaryPrimitives.ReadUInt16BigEndian(body);
        var random = body.Slice(2, RandomSize).ToArray();
        var rest = body[(2 + RandomSize)..];
        if (rest.Length < 1 + rest[0] + 3)
        {
            return false;
        }

        rest = rest[(1 + rest[0])..];
        var suite = BinaryPrimitives.ReadUInt16BigEndian(rest);
        rest = rest[3..];
        if (!TryReadExtensions(rest, ref version, out var encryptThenMac))
        {
            return false;
        }

        hello = new(random, version, suite, encryptThenMac);
        return true;
    }

    private static bool TryReadExtensions(ReadOnlySpan<byte> rest, ref ushort version, out bool encryptThenMac)
    {
        encryptThenMac = false;
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) != rest.Length - 2)
        {
            return false;
        }

        for (rest = rest[2..]; !rest.IsEmpty;)
        {
            if (rest.Length < 4 || BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) > rest.Length - 4)
            {
                return false;
            }

            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            encryptThenMac |= type == EncryptThenMacExtension;
            if (type == SupportedVersions && length == 2)
            {
                version = BinaryPrimitives.ReadUInt16BigEndian(rest[4..]);
            }

            rest = rest[(4 + length)..];
        }

        return true;
    }
}
