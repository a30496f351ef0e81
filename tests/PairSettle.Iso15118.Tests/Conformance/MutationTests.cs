using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Exi.Bits;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tests.Shared;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Iso15118.Tests.Conformance;

public class MutationTests
{
    private const int LargestStream = 400;

    [CorpusFact("exi/iso2.jsonl")]
    public void TryDecode_EveryBitOfIso2Flipped_IsRefusedOrEncodesToTheSameOctets() => FlipEveryBit("exi/iso2.jsonl", Iso2);

    [CorpusFact("exi/din.jsonl")]
    public void TryDecode_EveryBitOfDinFlipped_IsRefusedOrEncodesToTheSameOctets() => FlipEveryBit("exi/din.jsonl", DinSpec);

    private static void FlipEveryBit(string corpus, Decoder decode)
    {
        var problems = new List<string>();
        var (refused, accepted) = (0, 0);
        foreach (var line in Corpus.Lines(corpus))
        {
            var octets = Convert.FromHexString(line.Text("exi_hex")!);
            if (octets.Length > LargestStream)
            {
                continue;
            }

            for (var bit = 0; bit < octets.Length * 8; bit++)
            {
                octets[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
                if (decode(octets) is not { } message)
                {
                    refused++;
                }
                else
                {
                    accepted++;
                    if (!message.Exi.AsSpan().SequenceEqual(octets) && !message.IsVariant)
                    {
                        problems.Add($"{line.Text("id")} bit {bit}: {Convert.ToHexStringLower(octets)}");
                    }
                }

                octets[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
            }
        }

        Assert.True(refused > 1000 && accepted > 1000, $"{refused} refused, {accepted} accepted");
        Assert.True(problems.Count == 0, $"{problems.Count} of {accepted}:\n{string.Join('\n', problems.Take(20))}");
    }

    private static Decoded? Iso2(byte[] octets)
    {
        if (!V2G_Message.TryDecode(octets, out var message, out _))
        {
            return null;
        }

        var strings = new ExiStringTable(Iso2Schema.Codec);
        var reader = Body(octets, strings);
        return new(message.ToExi(), IsVariant(V2G_Message.TryReadExi(ref reader, out _) && strings.HitsSeen, message.ToXml()));
    }

    private static Decoded? DinSpec(byte[] octets)
    {
        if (!Din.V2G_Message.TryDecode(octets, out var message, out _))
        {
            return null;
        }

        var strings = new ExiStringTable(Din.DinSchema.Codec);
        var reader = Body(octets, strings);
        return new(message.ToExi(), IsVariant(Din.V2G_Message.TryReadExi(ref reader, out _) && strings.HitsSeen, message.ToXml()));
    }

    private static ExiReader Body(byte[] octets, ExiStringTable strings)
    {
        var reader = new ExiReader(octets, ExiLimits.Default, strings);
        reader.ReadHeader();
        reader.ReadEventCode(7, 82);
        return reader;
    }

    /// <summary>
    /// Whether a stream uses what the encoder does not write: references to its string table, or elements that are
    /// empty without text. It may do so in some places and not in others.
    /// </summary>
    private static bool IsVariant(bool refersToTable, string xml) =>
        refersToTable || XDocument.Parse(xml).Descendants().Any(element => !element.HasElements && element.Value.Length == 0);

    private delegate Decoded? Decoder(byte[] octets);

    private sealed record Decoded(byte[] Exi, bool IsVariant);
}
