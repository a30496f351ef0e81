using System.Text.Json;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

/// <summary>
/// The interpreter against the vectors of the message sets, which the generated codecs are held against too: where both
/// pass, the two agree on every octet.
/// </summary>
public class MessageSetCorpusTests
{
    private static readonly Dictionary<string, ExiGrammars> s_grammars = new(StringComparer.Ordinal);

    [CorpusFact("exi/appprotocol.jsonl")]
    public void Transcode_AppProtocol_AllPass() => Run("appprotocol");

    [CorpusFact("exi/din.jsonl")]
    public void Transcode_Din_AllPass() => Run("din");

    [CorpusFact("exi/iso2.jsonl")]
    public void Transcode_Iso2_AllPass() => Run("iso2");

    [CorpusFact("exi/iso20cm.jsonl")]
    public void Transcode_Iso20CommonMessages_AllPass() => Run("iso20cm");

    [CorpusFact("exi/iso20ac.jsonl")]
    public void Transcode_Iso20Ac_AllPass() => Run("iso20ac");

    [CorpusFact("exi/iso20dc.jsonl")]
    public void Transcode_Iso20Dc_AllPass() => Run("iso20dc");

    [CorpusFact("exi/iso20wpt.jsonl")]
    public void Transcode_Iso20Wpt_AllPass() => Run("iso20wpt");

    [CorpusFact("exi/iso20acdp.jsonl")]
    public void Transcode_Iso20Acdp_AllPass() => Run("iso20acdp");

    [CorpusFact("exi/fragments.jsonl")]
    public void Transcode_Fragments_AllPass() => Run("fragments");

    private static void Run(string set)
    {
        var problems = new List<string>();
        foreach (var line in File.ReadLines(SharedData.PathOf($"exi/{set}.jsonl")!))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var isFragment = root.GetProperty("kind").GetString() == "fragment";
            var grammars = Grammars(root.GetProperty("schema").GetString()!);
            var encodes = !root.TryGetProperty("tags", out var tags) || !tags.EnumerateArray().Any(tag => tag.GetString() == "decode-only");
            foreach (var (member, mode) in new[] { ("exi_hex", ExiStringTableMode.Misses), ("exi_hex_stringtable_hits", ExiStringTableMode.Hits) })
            {
                if (root.TryGetProperty(member, out var hex) && hex.ValueKind == JsonValueKind.String)
                {
                    var options = new ExiOptions { IsFragment = isFragment, StringTable = mode };
                    if (Check(hex.GetString()!, root.GetProperty("xml").GetString()!, grammars, options, encodes) is { } problem)
                    {
                        problems.Add($"{root.GetProperty("id")} {mode}: {problem}");
                    }
                }
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} lines:\n{string.Join('\n', problems.Take(20))}");
    }

    /// <summary>The stream decodes; the text and what was decoded encode to it.</summary>
    private static string? Check(string hex, string xml, ExiGrammars grammars, ExiOptions options, bool encodes)
    {
        if (!ExiTranscoder.TryDecode(Convert.FromHexString(hex), grammars, options, out var decoded, out var error))
        {
            return $"decode: {error}";
        }

        if (!encodes)
        {
            return null;
        }

        foreach (var text in new[] { xml, decoded })
        {
            if (!ExiTranscoder.TryEncode(text, grammars, options, out var octets, out error))
            {
                return $"encode: {error}";
            }

            if (Convert.ToHexStringLower(octets) != hex)
            {
                return $"encode: {Convert.ToHexStringLower(octets)} instead of {hex}";
            }
        }

        return null;
    }

    private static ExiGrammars Grammars(string schema)
    {
        lock (s_grammars)
        {
            if (!s_grammars.TryGetValue(schema, out var grammars))
            {
                s_grammars.Add(schema, grammars = ExiGrammars.Load(SharedData.PathOf($"xsd/{schema}")!));
            }

            return grammars;
        }
    }
}
