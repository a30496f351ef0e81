namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// Feeds damaged inputs of every <see cref="CredentialKind"/> to their parsers and to what goes on with them, and holds these to what
/// <see cref="CredentialJudge"/> demands. Inputs that make them do something new become seeds themselves.
/// </summary>
internal sealed class CredentialFuzzer
{
    private const int LongestInput = 16_384;
    private const int MostSeeds = 8_192;

    private readonly FuzzRandom _random;
    private readonly DerMutator _values;
    private readonly TextMutator _texts;
    private readonly CredentialJudge _judge = new();
    private readonly HashSet<(CredentialKind Kind, string Behaviour)> _seen = [];
    private readonly List<(CredentialKind Kind, List<byte[]> Seeds)> _families = [];

    /// <summary>Prepares a run.</summary>
    /// <param name="files">Files of seeds, which are judged too. The authorities of the first are trusted, and none of its damaged copies may be.</param>
    /// <param name="seed">What all choices follow from.</param>
    public CredentialFuzzer(IReadOnlyList<string> files, ulong seed)
    {
        _random = new(seed);
        _values = new(_random);
        _texts = new(_random);
        _judge.Trust([.. CredentialSeeds.Read(files[0])]);
        foreach (var file in files)
        {
            foreach (var (kind, octets) in CredentialSeeds.Read(file))
            {
                Add(kind, octets);
            }
        }

        if (_families.Count == 0)
        {
            throw new InvalidDataException("no file holds anything that there is a parser for");
        }
    }

    /// <summary>What is wrong: the input, and how.</summary>
    public List<(CredentialKind Kind, byte[] Octets, string Problem)> Problems { get; } = [];

    /// <summary>The inputs that made a parser or the verifier do something new.</summary>
    public List<(CredentialKind Kind, byte[] Octets)> Found { get; } = [];

    /// <summary>The number of inputs that were judged.</summary>
    public long Inputs { get; private set; }

    /// <summary>The number of behaviours seen.</summary>
    public int Behaviours => _seen.Count;

    /// <summary>What became of the inputs.</summary>
    public CredentialJudge Judge => _judge;

    /// <summary>Makes one input and judges it.</summary>
    public void Next()
    {
        var (kind, seeds) = _families[_random.Below(_families.Count)];
        var octets = CredentialSeeds.IsText(kind)
            ? _texts.Mutate(Pick(seeds), Pick(seeds), LongestInput)
            : _values.Mutate(Pick(seeds), Pick(seeds), LongestInput);
        if (!Consider(kind, octets))
        {
            return;
        }

        Found.Add((kind, octets));
        if (seeds.Count < MostSeeds)
        {
            seeds.Add(octets);
        }
        else
        {
            seeds[_random.Below(MostSeeds)] = octets;
        }
    }

    private void Add(CredentialKind kind, byte[] octets)
    {
        Consider(kind, octets);
        SeedsOf(kind).Add(octets);
    }

    private List<byte[]> SeedsOf(CredentialKind kind)
    {
        var known = _families.Find(family => family.Kind == kind).Seeds;
        if (known is null)
        {
            _families.Add((kind, known = []));
        }

        return known;
    }

    // Tells whether the input made a parser or the verifier do something new.
    private bool Consider(CredentialKind kind, byte[] octets)
    {
        Inputs++;
        if (_judge.Judge(kind, octets, out var behaviour) is { } problem)
        {
            Problems.Add((kind, octets, problem));
            return false;
        }

        return _seen.Add((kind, behaviour));
    }

    // New seeds are where new behaviour is near: half of the picks are among the last of them.
    private byte[] Pick(List<byte[]> seeds) =>
        _random.OneIn(2) ? seeds[_random.Below(seeds.Count)] : seeds[^(1 + _random.Below(Math.Min(64, seeds.Count)))];
}
