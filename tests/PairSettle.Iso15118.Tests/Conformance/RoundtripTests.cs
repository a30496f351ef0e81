using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tests.Shared;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>What real vehicles, stations and other stacks sent must decode, and encode to the same octets again.</summary>
public class RoundtripTests
{
    private const int V2gtpHeaderLength = 8;

    [CorpusFact("exi/captures.jsonl")]
    public void Roundtrip_Captures_GiveTheSameOctets() => Run("exi/captures.jsonl", 4000, line => line.Text("schema") switch
    {
        AppProtocolSchema.Namespace => (true, Convert.FromHexString(line.Text("exi_hex")!)),
        Iso2Schema.MsgDef => (false, Convert.FromHexString(line.Text("exi_hex")!)),
        _ => null,
    });

    [CorpusFact("exi/frames.jsonl")]
    public void Roundtrip_FramesOfOtherStacks_GiveTheSameOctets() => Run("exi/frames.jsonl", 100, line =>
    {
        if (line.Text("payload_type") is not (null or "0x8001"))
        {
            return null;
        }

        var frame = Convert.FromHexString(line.Text("frame_hex")!);
        var payload = line.Text("payload_type") is null ? frame : frame[V2gtpHeaderLength..];
        var message = line.Text("message")!;
        return message.Contains("supportedAppProtocol", StringComparison.OrdinalIgnoreCase) ? (true, payload)
            : message.StartsWith("CM:", StringComparison.Ordinal) || message.StartsWith("DC:", StringComparison.Ordinal) || IsDin(payload) ? null
            : (false, payload);
    });

    private static bool IsDin(byte[] payload) => payload[1] == 0x9A;

    private static void Run(string relative, int least, Func<JsonElement, (bool IsHandshake, byte[] Octets)?> select)
    {
        var problems = new List<string>();
        var count = 0;
        foreach (var line in Corpus.Lines(relative))
        {
            if (select(line) is not { } selected)
            {
                continue;
            }

            count++;
            var id = line.Text("id")!;
            var problem = Check(selected.IsHandshake, selected.Octets, line.Text("xml"));
            if (KnownDeviations.Roundtrips.TryGetValue(id, out var reason))
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

        Assert.True(count >= least, $"only {count} lines of the corpus are in scope");
        Assert.True(problems.Count == 0, $"{problems.Count} of {count} lines:\n{string.Join('\n', problems.Take(40))}");
    }

    private static string? Check(bool isHandshake, byte[] octets, string? xml)
    {
        var (decoded, encoded, error) = isHandshake ? Handshake(octets)
            : V2G_Message.TryDecode(octets, out var message, out var fault) ? (message.ToXml(), message.ToExi(), default)
            : (null, null, fault);
        return encoded is null ? error.ToString()
            : xml is not null && Infoset.Difference(xml, decoded!) is { } difference ? difference
            : !octets.SequenceEqual(encoded) ? $"{Convert.ToHexStringLower(encoded)} instead of {Convert.ToHexStringLower(octets)}"
            : null;
    }

    private static (string? Xml, byte[]? Exi, ExiError Error) Handshake(byte[] octets) =>
        SupportedAppProtocolReq.TryDecode(octets, out var request, out var error) ? (request.ToXml(), request.ToExi(), default)
        : error.Fault != ExiFault.UnexpectedRoot ? (null, null, error)
        : SupportedAppProtocolRes.TryDecode(octets, out var response, out error) ? (response.ToXml(), response.ToExi(), default)
        : (null, null, error);
}
