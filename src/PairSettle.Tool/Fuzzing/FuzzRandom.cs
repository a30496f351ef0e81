namespace PairSettle.Tool.Fuzzing;

/// <summary>SplitMix64: any seed will do, and a seed stands for the same run on every machine.</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, but not including, a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Whether one chance in so many comes true.</summary>
    public bool OneIn(int chances) => Below(chances) == 0;

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
