namespace PairSettle.Tool.Conformance;

/// <summary>The ways of damaging one octet stream that are tried in full.</summary>
internal static class StreamDamage
{
    /// <summary>Tries a piece of one kind of damage: the bits from one position to another.</summary>
    /// <returns>The bits at which the codec is wrong, and how.</returns>
    public delegate IEnumerable<string> Kind(DamageJudge judge, byte[] octets, int from, int to, int stride);

    /// <summary>Flips each bit.</summary>
    public static IEnumerable<string> Flip(DamageJudge judge, byte[] octets, int from, int to, int stride)
    {
        var damaged = octets.ToArray();
        for (var bit = from; bit < to; bit += stride)
        {
            damaged[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
            if (judge.Judge(damaged) is { } problem)
            {
                yield return $"bit {bit} flipped: {problem}";
            }

            damaged[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
        }
    }

    /// <summary>
    /// Ends the stream before each octet, which must be refused, and before each bit with zeros filling up the octet. Such
    /// zeros may happen to complete another document, which is judged like any damage. With the last piece, octets are put
    /// after the end, and those must be refused.
    /// </summary>
    public static IEnumerable<string> Cut(DamageJudge judge, byte[] octets, int from, int to, int stride)
    {
        for (var bit = from; bit < to; bit += stride)
        {
            var damaged = octets[..((bit + 7) >> 3)];
            if ((bit & 7) != 0)
            {
                damaged[^1] &= unchecked((byte)(0xFF00 >> (bit & 7)));
            }

            if (((bit & 7) == 0 ? Refused(judge, damaged) : judge.Judge(damaged)) is { } problem)
            {
                yield return $"cut before bit {bit}: {problem}";
            }
        }

        if (to < octets.Length * 8)
        {
            yield break;
        }

        foreach (var surplus in new byte[] { 0x00, 0x80, 0xFF })
        {
            if (Refused(judge, [.. octets, surplus]) is { } problem)
            {
                yield return $"octet {surplus:X2} after the end: {problem}";
            }
        }
    }

    private static string? Refused(DamageJudge judge, byte[] octets) =>
        judge.Judge(octets) ?? (judge.Accepted ? $"accepted: {DamageJudge.Show(octets)}" : null);
}
