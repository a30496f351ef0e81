namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>Choices by a generator of its own, so that a seed stands for the same message on every machine.</summary>
internal sealed class RandomChoices(ulong seed) : MessageChoices
{
    private const int LongestList = 4;
    private const int LongestText = 24;

    private ulong _state = seed;

    public override bool Includes() => Pick(2) == 0;

    public override int Pick(int ways) => (int)(Next() % (ulong)ways);

    public override int Count(int least, int most) => least + Pick(Math.Min(most - least, LongestList) + 1);

    public override int Length(int least, int most) => Pick(8) switch
    {
        0 => least,
        1 when most <= 1024 => most,
        _ => least + Pick(Math.Min(most - least, LongestText) + 1),
    };

    public override Int128 Number(Int128 least, Int128 most) => Pick(6) switch
    {
        0 => least,
        1 => most,
        2 => Int128.Clamp(Pick(300) - 150, least, most),
        _ => least + (Int128)((UInt128)Next() % ((UInt128)(most - least) + 1)),
    };

    public override char Character() => Pick(12) switch
    {
        0 => 'é',
        1 => '\u20AC',
        _ => (char)('0' + Pick(75)),
    };

    // SplitMix64: any seed will do, the next one included.
    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
