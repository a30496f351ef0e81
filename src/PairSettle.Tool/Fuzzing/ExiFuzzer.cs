using PairSettle.Exi.Codecs;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Fuzzing;

/// <summary>
/// Feeds damaged streams to the decoders and holds them to what <see cref="DamageJudge"/> demands. Streams that make a
/// decoder do something new become seeds themselves.
/// </summary>
internal sealed class ExiFuzzer
{
    private const int LongestStream = 4096;

    private readonly FuzzRandom _random;
    private readonly Mutator _mutator;
    private readonly Novelty _novelty = new();
    private readonly List<Family> _families = [];

    /// <summary>Prepares a run.</summary>
    /// <param name="seeds">The first seeds, which are judged too.</param>
    /// <param name="seed">What all choices follow from.</param>
    public ExiFuzzer(IEnumerable<Vector> seeds, ulong seed)
    {
        _random = new(seed);
        _mutator = new(_random);
        foreach (var vector in seeds)
        {
            Add(vector);
        }

        if (_families.Count == 0)
        {
            throw new InvalidDataException("no seed has a schema that there is a codec for");
        }
    }

    /// <summary>What the codec is wrong about: the stream, and how.</summary>
    public List<(string Schema, bool Fragment, byte[] Octets, string Problem)> Problems { get; } = [];

    /// <summary>
    /// The streams worth keeping: those in which an element of some name refused for the first time for its reason, or was
    /// accepted for the first time.
    /// </summary>
    public List<(string Schema, bool Fragment, byte[] Octets)> Found { get; } = [];

    /// <summary>The number of streams that were judged.</summary>
    public long Inputs { get; private set; }

    /// <summary>The number of behaviours seen.</summary>
    public int Behaviours => _novelty.Count;

    /// <summary>What became of the streams.</summary>
    public DamageCounts Counts => _families.Aggregate(new DamageCounts(), (sum, family) => sum + family.Judge.Counts);

    /// <summary>Makes one stream and judges it.</summary>
    public void Next()
    {
        var family = _families[_random.Below(_families.Count)];
        var octets = _mutator.Mutate(family.Pick(_random), family.Pick(_random));
        if (octets.Length > LongestStream)
        {
            octets = octets[..LongestStream];
        }

        if (!Judge(family, octets, out var isLandmark))
        {
            return;
        }

        family.Add(octets);
        if (isLandmark)
        {
            Found.Add((family.Schema, family.IsFragment, octets));
        }
    }

    private void Add(Vector vector)
    {
        if (vector.Schema is null || string.IsNullOrEmpty(vector.ExiHex) || MessageSets.Find(vector.Schema)?.Codec is not ExiSchemaCodec codec)
        {
            return;
        }

        var family = _families.Find(known => known.Codec == codec && known.IsFragment == vector.IsFragment);
        if (family is null)
        {
            _families.Add(family = new(vector.Schema, vector.IsFragment, codec, new(codec, vector.IsFragment)));
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        Judge(family, octets, out _);
        family.Add(octets);
    }

    /// <summary>Judges a stream, and tells whether it made the decoder do something new.</summary>
    private bool Judge(Family family, byte[] octets, out bool isLandmark)
    {
        isLandmark = false;
        Inputs++;
        if (family.Judge.Judge(octets) is { } problem)
        {
            Problems.Add((family.Schema, family.IsFragment, octets, problem));
            return false;
        }

        return _novelty.IsNew(family.Codec, family.IsFragment, octets, out isLandmark);
    }

    /// <summary>The streams of one schema and kind.</summary>
    private sealed record Family(string Schema, bool IsFragment, ExiSchemaCodec Codec, DamageJudge Judge)
    {
        private readonly List<byte[]> _accepted = [];
        private readonly List<byte[]> _refused = [];

        /// <summary>Adds a seed: the stream that was judged last.</summary>
        public void Add(byte[] octets) => (Judge.Accepted ? _accepted : _refused).Add(octets);

        /// <summary>Picks a seed: mostly an accepted one, since one fault hides all that is behind it.</summary>
        public byte[] Pick(FuzzRandom random) =>
            _refused.Count == 0 || (_accepted.Count > 0 && !random.OneIn(4)) ? Pick(_accepted, random) : Pick(_refused, random);

        // New seeds are where new behaviour is near: half of the picks are among the last of them.
        private static byte[] Pick(List<byte[]> seeds, FuzzRandom random) =>
            random.OneIn(2) ? seeds[random.Below(seeds.Count)] : seeds[^(1 + random.Below(Math.Min(64, seeds.Count)))];
    }
}
