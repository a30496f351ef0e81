using PairSettle.Exi.Codecs;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Tries one kind of damage on all streams of vector files: cut into pieces that all processors share, while the outcome
/// comes in the order of the files.
/// </summary>
/// <param name="kind">The kind of damage.</param>
/// <param name="every">Of streams longer than <see cref="LongStream"/> octets, only every so manieth bit.</param>
internal sealed class DamageRun(StreamDamage.Kind kind, int every)
{
    /// <summary>Streams up to this length are always tried bit by bit.</summary>
    public const int LongStream = 4096;

    private const int MostProblems = 5;
    private const int PieceBits = 4096;

    /// <summary>What became of all streams so far.</summary>
    public DamageCounts Counts { get; private set; } = new();

    /// <summary>Tries the streams of vectors.</summary>
    /// <returns>For each vector its id and why it fails, or null.</returns>
    public IEnumerable<(string Id, string? Failure)> Try(IEnumerable<Vector> vectors)
    {
        string? id = null;
        List<string> problems = [];
        foreach (var piece in vectors.SelectMany(Pieces).ToList().AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Judge))
        {
            if (id is not null && id != piece.Id)
            {
                yield return (id, Summary(problems));
                problems = [];
            }

            id = piece.Id;
            Counts += piece.Counts;
            problems.AddRange(piece.Problems);
        }

        if (id is not null)
        {
            yield return (id, Summary(problems));
        }
    }

    private Outcome Judge(Piece piece)
    {
        if (piece.Problem is not null)
        {
            return new(piece.Id, new(), [piece.Problem]);
        }

        var judge = new DamageJudge(piece.Codec!, piece.IsFragment);
        var stride = piece.Octets.Length > LongStream ? every : 1;
        var problems = kind(judge, piece.Octets, piece.From, piece.To, stride).Select(problem => $"{piece.Form}: {problem}").ToList();
        return new(piece.Id, judge.Counts, problems);
    }

    private IEnumerable<Piece> Pieces(Vector vector)
    {
        if (vector.Schema is null || string.IsNullOrEmpty(vector.ExiHex))
        {
            yield return Piece.Unusable(vector.Id!, "the line lacks schema or exi_hex");
            yield break;
        }

        if (MessageSets.Find(vector.Schema)?.Codec is not ExiSchemaCodec codec)
        {
            yield return Piece.Unusable(vector.Id!, $"no codec for the schema {vector.Schema}");
            yield break;
        }

        foreach (var (form, hex) in new[] { ("exi_hex", vector.ExiHex), ("exi_hex_stringtable_hits", vector.ExiHexWithHits) })
        {
            if (hex is null)
            {
                continue;
            }

            var octets = Convert.FromHexString(hex);
            var size = ((PieceBits / every) + 1) * every;
            for (var from = 0; from < octets.Length * 8; from += size)
            {
                yield return new(vector.Id!, form, codec, vector.IsFragment, octets, from, Math.Min(from + size, octets.Length * 8), null);
            }
        }
    }

    private static string? Summary(List<string> problems) =>
        problems.Count == 0 ? null
        : string.Join("; ", problems.Take(MostProblems)) + (problems.Count > MostProblems ? $"; and {problems.Count - MostProblems} more" : "");

    private sealed record Piece(
        string Id, string Form, ExiSchemaCodec? Codec, bool IsFragment, byte[] Octets, int From, int To, string? Problem)
    {
        public static Piece Unusable(string id, string problem) => new(id, "", null, false, [], 0, 0, problem);
    }

    private sealed record Outcome(string Id, DamageCounts Counts, IReadOnlyList<string> Problems);
}
