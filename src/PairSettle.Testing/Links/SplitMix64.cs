namespace PairSettle.Testing.Links;

/// <summary>A small generator whose sequence is fixed by its seed on every platform and version, which a replayed fault needs.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1; the bias of the remainder does not matter to faults.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int perMille) => perMille > 0 && Below(1000) < perMille;
}
