namespace PairSettle.Tool.Fuzzing;

/// <summary>Damages streams at random, mostly a little and at bits rather than octets.</summary>
internal sealed class Mutator(FuzzRandom random)
{
    private const int LongestInsert = 96;

    // Lengths, identifiers and numbers that tend to be handled badly: edges of fields, and integers of many octets.
    private static readonly (ulong Value, int Bits)[] Nasty =
    [
        (0x00, 8), (0x01, 8), (0x02, 8), (0x7F, 8), (0xFF, 8), (0x8000, 16), (0x8100, 16), (0xFFFF, 16), (0xFF7F, 16), (0xFFFFFF7F, 32),
        (0xFFFFFFFF0F, 40), (0xFFFFFFFFFFFFFF7F, 64), (0x8080808080808000, 64), (0xFFFFFFFFFFFFFFFF, 64), (0x03C0, 16), (0x80B003, 24),
    ];

    /// <summary>Makes a damaged stream.</summary>
    /// <param name="seed">The stream to damage.</param>
    /// <param name="other">A stream of the same schema, to take parts of.</param>
    public byte[] Mutate(byte[] seed, byte[] other)
    {
        var octets = seed.ToArray();
        do
        {
            octets = Step(octets, other);
        }
        while (random.OneIn(3));
        return octets;
    }

    private byte[] Step(byte[] octets, byte[] other)
    {
        if (octets.Length < 2)
        {
            return [.. octets, (byte)random.Below(256)];
        }

        var bits = octets.Length * 8;

        // The header is left alone mostly, as there is little behind a bad one.
        var at = random.OneIn(50) ? random.Below(bits) : 8 + random.Below(bits - 8);
        switch (random.Below(9))
        {
            case 0 or 1:
                octets[at >> 3] ^= (byte)(0x80 >> (at & 7));
                return octets;
            case 2:
                octets[at >> 3] = (byte)random.Below(256);
                return octets;
            case 3:
                var (value, width) = Nasty[random.Below(Nasty.Length)];
                BitString.Overwrite(octets, at, value, width);
                return octets;
            case 4:
                // Bits taken out: what follows moves up.
                return BitString.Join(octets, at, octets, Math.Min(bits, at + 1 + random.Below(random.OneIn(2) ? 8 : LongestInsert)));
            case 5:
                // Bits put in, some of them again.
                return BitString.Join(octets, at, octets, Math.Max(0, at - 1 - random.Below(random.OneIn(2) ? 8 : LongestInsert)));
            case 6:
                return BitString.Join(octets, at, other, random.Below((other.Length * 8) + 1));
            case 7:
                // The same part of another stream, so that what follows may still make sense.
                return BitString.Join(octets, at, other, Math.Min(at, other.Length * 8));
            default:
                return octets[..(1 + random.Below(octets.Length))];
        }
    }
}
