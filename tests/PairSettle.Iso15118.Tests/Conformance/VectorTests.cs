using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Tests.Shared;

namespace PairSettle.Iso15118.Tests.Conformance;

public class VectorTests
{
    [CorpusFact("exi/appprotocol.jsonl")]
    public void Transcode_AppProtocolVectors_AllPass() => Run("exi/appprotocol.jsonl");

    [CorpusFact("exi/iso2.jsonl")]
    public void Transcode_Iso2Vectors_AllPass() => Run("exi/iso2.jsonl");

    [CorpusFact("exi/din.jsonl")]
    public void Transcode_DinVectors_AllPass() => Run("exi/din.jsonl");

    [CorpusFact("exi/fragments.jsonl")]
    public void Transcode_FragmentVectors_AllPass() => Run("exi/fragments.jsonl");

    [CorpusFact("exi/invalid.jsonl")]
    public void Decode_InvalidStreams_AreRefused()
    {
        var problems = new List<string>();
        var count = 0;
        foreach (var line in Corpus.Lines("exi/invalid.jsonl"))
        {
            // Surplus octets and values out of range are refused here; what is a matter of policy is not judged.
            if (Corpus.CodecOf(line.Text("schema")) is not { } codec || line.Text("expected") is not { } expected || expected == "policy")
            {
                continue;
            }

            count++;
            var isValid = codec.TryDecodeToXml(Convert.FromHexString(line.Text("exi_hex")!), false, out _, out var error);
            var isExpected = isValid == (expected == "accept");
            if (KnownDeviations.Invalid.TryGetValue(line.Text("id")!, out var reason) ? isExpected : !isExpected)
            {
                problems.Add($"{line.Text("id")} {line.Text("mutation")}: {expected}, but {(isValid ? "accepted" : error.ToString())} (listed: {reason ?? "no"})");
            }
        }

        Assert.True(count > 300, $"only {count} lines of the corpus are in scope");
        Assert.True(problems.Count == 0, $"{problems.Count} of {count} lines:\n{string.Join('\n', problems.Take(40))}");
    }

    private static void Run(string relative)
    {
        var problems = new List<string>();
        var count = 0;
        foreach (var line in Corpus.Lines(relative))
        {
            if (Corpus.CodecOf(line.Text("schema")) is not { } codec)
            {
                continue;
            }

            count++;
            var id = line.Text("id")!;
            var problem = Check(codec, line);
            if (KnownDeviations.Vectors.TryGetValue(id, out var reason))
            {
                if (problem is null)
                {
                    problems.Add($"{id}: passes, though it is listed ({reason})");
                }
            }
            else if (problem is not null)
            {
                problems.Add($"{id}: {problem}");
            }
        }

        Assert.True(count > 0, "no line of the corpus is in scope");
        Assert.True(problems.Count == 0, $"{problems.Count} of {count} lines:\n{string.Join('\n', problems.Take(40))}");
    }

    private static string? Check(ExiCodec codec, JsonElement line)
    {
        var isFragment = line.Text("kind") == "fragment";
        var xml = line.Text("xml")!;
        var exi = line.Text("exi_hex")!;
        if (line.Text("typed") == "reject-abstract")
        {
            return codec.TryDecodeToXml(Convert.FromHexString(exi), isFragment, out _, out var fault) || fault.Fault != ExiFault.AbstractElement
                ? $"not refused as abstract: {fault}"
                : null;
        }

        return Decode(exi)
            ?? (line.HasTag("decode-only") ? null : Encode(exi, ExiStringTableMode.Misses))
            ?? (line.Text("exi_hex_stringtable_hits") is { } hits ? Decode(hits) ?? Encode(hits, ExiStringTableMode.Hits) : null);

        string? Decode(string hex) =>
            !codec.TryDecodeToXml(Convert.FromHexString(hex), isFragment, out var decoded, out var error) ? $"decode: {error}"
            : Infoset.Difference(xml, decoded) is { } difference ? $"decode: {difference}"
            : null;

        string? Encode(string hex, ExiStringTableMode mode) =>
            !codec.TryEncodeFromXml(xml, isFragment, mode, out var encoded, out var error) ? $"encode {mode}: {error}"
            : Convert.ToHexStringLower(encoded) != hex ? $"encode {mode}: {Convert.ToHexStringLower(encoded)} instead of {hex}"
            : null;
    }
}
