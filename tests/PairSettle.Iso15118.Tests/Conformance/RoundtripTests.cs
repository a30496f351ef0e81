using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tests.Shared;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>What real vehicles, stations and other stacks sent must decode, and encode to the same octets again.</summary>
public class RoundtripTests
{
    private const int V2gtpHeaderLength = 8;

    [CorpusFact("exi/captures.jsonl")]
    public void Roundtrip_Captures_GiveTheSameOctets() => Run("exi/captures.jsonl", 7900, line =>
        CodecOf(line.Text("schema")) is { } codec ? (codec, Convert.FromHexString(line.Text("exi_hex")!)) : null);

    [CorpusFact("exi/frames.jsonl")]
    public void Roundtrip_FramesOfOtherStacks_GiveTheSameOctets() => Run("exi/frames.jsonl", 140, line =>
    {
        if (line.Text("payload_type") is not (null or "0x8001"))
        {
            return null;
        }

        var frame = Convert.FromHexString(line.Text("frame_hex")!);
        var payload = line.Text("payload_type") is null ? frame : frame[V2gtpHeaderLength..];
        var message = line.Text("message")!;
        return message.Contains("supportedAppProtocol", StringComparison.OrdinalIgnoreCase) ? (Handshake, payload)
            : message.StartsWith("CM:", StringComparison.Ordinal) || message.StartsWith("DC:", StringComparison.Ordinal) ? null
            : (IsDin(payload) ? DinSpec : Iso2, payload);
    });

    private delegate (string Xml, byte[] Exi)? Codec(byte[] octets, out ExiError error);

    private static Codec? CodecOf(string? schema) => schema switch
    {
        AppProtocolSchema.Namespace => Handshake,
        Din.DinSchema.MsgDef => DinSpec,
        Iso2Schema.MsgDef => Iso2,
        _ => null,
    };

    // Both begin with the code of V2G_Message, which differs by the elements that sort before it.
    private static bool IsDin(byte[] payload) => payload[1] == 0x9A;

    private static void Run(string relative, int least, Func<JsonElement, (Codec Codec, byte[] Octets)?> select)
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
            var problem = Check(selected.Codec, selected.Octets, line.Text("xml"));
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

    private static string? Check(Codec codec, byte[] octets, string? xml)
    {
        if (codec(octets, out var error) is not { } again)
        {
            return error.ToString();
        }

        return xml is not null && Infoset.Difference(xml, again.Xml) is { } difference ? difference
            : !octets.SequenceEqual(again.Exi) ? $"{Convert.ToHexStringLower(again.Exi)} instead of {Convert.ToHexStringLower(octets)}"
            : null;
    }

    private static (string Xml, byte[] Exi)? Iso2(byte[] octets, out ExiError error) =>
        V2G_Message.TryDecode(octets, out var message, out error) ? (message.ToXml(), message.ToExi()) : null;

    private static (string Xml, byte[] Exi)? DinSpec(byte[] octets, out ExiError error) =>
        Din.V2G_Message.TryDecode(octets, out var message, out error) ? (message.ToXml(), message.ToExi()) : null;

    private static (string Xml, byte[] Exi)? Handshake(byte[] octets, out ExiError error) =>
        SupportedAppProtocolReq.TryDecode(octets, out var request, out error) ? (request.ToXml(), request.ToExi())
        : error.Fault == ExiFault.UnexpectedRoot && SupportedAppProtocolRes.TryDecode(octets, out var response, out error) ? (response.ToXml(), response.ToExi())
        : null;
}
