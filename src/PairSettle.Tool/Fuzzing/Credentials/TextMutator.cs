namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Damages texts at random: characters, fields and lines.</summary>
internal sealed class TextMutator(FuzzRandom random)
{
    private const int MostRepetitions = 400;

    // Separators, digits that are none of ASCII, letters whose upper case is one of ASCII, ends of lines, lines of PEM, edges of numbers and times.
    private static readonly byte[][] Nasty =
    [
        .. new[]
        {
            "-", "--", "*", " ", "\n", "\r\n", "\0", "=", "====", "I", "O", "Q", "X", "V", "E", "0", "00", "ı", "ſ", "K", "ß", "１", "ｅ", "-----", "-----BEGIN ", "-----END ",
            "-----BEGIN CERTIFICATE-----\n", "-----END CERTIFICATE-----\n", "-----BEGIN CERTIFICATE REQUEST-----\n", "-----BEGIN CMS-----\n", "Proc-Type: 4,ENCRYPTED\n",
            "list 9223372036854775807 20260101000000Z\n", "list 9223372036854775808 20260101000000Z\n", "issued ", "revoked ", "list ", " -", "00010101000000Z", "99991231235959Z",
            "KeyCompromise", "RemoveFromCrl", "7", "10", "KeyCompromise,Superseded", "FF",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Makes a damaged text.</summary>
    /// <param name="seed">The text to damage.</param>
    /// <param name="other">A text of the same kind, to take parts of.</param>
    /// <param name="longest">What the result is cut to.</param>
    public byte[] Mutate(byte[] seed, byte[] other, int longest)
    {
        var text = seed;
        do
        {
            text = Step(text, other);
            text = text.Length > longest ? text[..longest] : text;
        }
        while (random.OneIn(2));
        return text;
    }

    private byte[] Step(byte[] text, byte[] other)
    {
        var at = random.Below(text.Length + 1);
        var end = Math.Min(text.Length, at + random.Below(random.OneIn(4) ? 80 : 4));
        switch (random.Below(9))
        {
            case 0:
                return [.. text[..at], (byte)(0x20 + random.Below(0x5F)), .. text[Math.Min(text.Length, at + 1)..]];
            case 1:
                return [.. text[..at], .. Nasty[random.Below(Nasty.Length)], .. text[end..]];
            case 2:
                return [.. text[..at], .. text[end..]];
            case 3:
                return [.. text[..at], .. Enumerable.Repeat(text[at..end], 1 + random.Below(random.OneIn(8) ? MostRepetitions : 4)).SelectMany(static part => part), .. text[at..]];
            case 4:
                return [.. text[..at], .. other[random.Below(other.Length + 1)..]];
            case 5:
                // A field or a line of its own, moved or doubled.
                var (from, to) = Field(text);
                var field = text[from..to];
                var rest = random.OneIn(2) ? text : [.. text[..from], .. text[to..]];
                at = random.Below(rest.Length + 1);
                return [.. rest[..at], .. field, .. rest[at..]];
            case 6 when at < text.Length:
                var flipped = text.ToArray();
                flipped[at] ^= (byte)(random.OneIn(2) ? 0x20 : 1 << random.Below(8));
                return flipped;
            case 7:
                // The same field of another text.
                (from, to) = Field(text);
                var (otherFrom, otherTo) = Field(other);
                return [.. text[..from], .. other[otherFrom..otherTo], .. text[to..]];
            default:
                return text[..at];
        }
    }

    private (int From, int To) Field(byte[] text)
    {
        ReadOnlySpan<byte> separators = random.OneIn(2) ? "\n"u8 : " -*\n"u8;
        var at = random.Below(text.Length + 1);
        var from = text.AsSpan(0, at).LastIndexOfAny(separators) + 1;
        var length = text.AsSpan(at).IndexOfAny(separators);
        return (from, length < 0 ? text.Length : at + length + random.Below(2));
    }
}
