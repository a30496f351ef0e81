using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PairSettle.Hal.Ethernet;

/// <summary>An EUI-48 address. The default value is all zeros.</summary>
public readonly record struct MacAddress
{
    private const int Length = 6;

    // The six octets, the first one sent in bits 40 to 47.
    private readonly ulong _octets;

    private MacAddress(ulong octets) => _octets = octets;

    /// <summary>FF:FF:FF:FF:FF:FF.</summary>
    public static MacAddress Broadcast => new(0xFFFF_FFFF_FFFF);

    /// <summary>Whether the address names a group, the broadcast address included.</summary>
    public bool IsMulticast => (_octets & 0x0100_0000_0000) != 0;

    /// <summary>Whether the address was not given by a maker.</summary>
    public bool IsLocallyAdministered => (_octets & 0x0200_0000_0000) != 0;

    /// <summary>Reads the six octets in the order in which they are sent.</summary>
    /// <param name="source">At least six octets.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when there are fewer than six octets.</returns>
    public static bool TryRead(ReadOnlySpan<byte> source, out MacAddress address)
    {
        address = default;
        if (source.Length < Length)
        {
            return false;
        }

        address = new((ulong)BinaryPrimitives.ReadUInt16BigEndian(source) << 32 | BinaryPrimitives.ReadUInt32BigEndian(source[2..]));
        return true;
    }

    /// <summary>Parses six pairs of hexadecimal digits with colons between them.</summary>
    /// <param name="text">The text, for example <c>02:00:00:00:00:01</c>.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when the text is anything else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MacAddress address)
    {
        address = default;
        if (text is not { Length: (3 * Length) - 1 })
        {
            return false;
        }

        ulong octets = 0;
        for (var i = 0; i < text.Length; i += 3)
        {
            if ((i > 0 && text[i - 1] != ':')
                || !byte.TryParse(text.AsSpan(i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                return false;
            }

            octets = octets << 8 | octet;
        }

        address = new(octets);
        return true;
    }

    /// <summary>Writes the six octets in the order in which they are sent.</summary>
    /// <param name="destination">Receives six octets.</param>
    /// <returns>False when the destination is too small.</returns>
    public bool TryWrite(Span<byte> destination)
    {
        if (destination.Length < Length)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(_octets >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], (uint)(_octets & 0xFFFF_FFFF));
        return true;
    }

    /// <summary>The octets as hexadecimal digits with colons between them.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        Span<byte> octets = stackalloc byte[Length];
        TryWrite(octets);
        return string.Create(CultureInfo.InvariantCulture,
            $"{octets[0]:X2}:{octets[1]:X2}:{octets[2]:X2}:{octets[3]:X2}:{octets[4]:X2}:{octets[5]:X2}");
    }
}
