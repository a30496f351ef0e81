using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Exi.Bits;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tests.Shared;

namespace PairSettle.Iso15118.Tests.Conformance;

public class MutationTests
{
    private const int LargestStream = 400;

    [CorpusFact("exi/iso2.jsonl")]
    public void TryDecode_EveryBitFlipped_IsRefusedOrEncodesToTheSameOctets()
    {
        var problems = new List<string>();
        var (refused, accepted) = (0, 0);
        foreach (var line in Corpus.Lines("exi/iso2.jsonl"))
        {
            var octets = Convert.FromHexString(line.Text("exi_hex")!);
            if (octets.Length > LargestStream)
            {
                continue;
            }

            for (var bit = 0; bit < octets.Length * 8; bit++)
            {
                octets[bit >> 3] ^= (byte)(0x80 >> (bit & 7));
                if (!V2G_Message.TryDecode(octets, out var message, out _))
                {
                    refused++;
                }
                else
                {
                    accepted++;
                    if (!message.ToExi().AsSpan().SequenceEqual(octets) && !IsVariant(octets, message))
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

    /// <summary>
    /// Whether a stream uses what the encoder does not write: references to its string table, or elements that are
    /// empty without text. It may do so in some places and not in others.
    /// </summary>
    private static bool IsVariant(byte[] octets, V2G_Message message)
    {
        var reader = new ExiReader(octets, ExiLimits.Default);
        reader.ReadHeader();
        reader.ReadEventCode(7, 81);
        return (!V2G_Message.TryReadExi(ref reader, out _) && reader.Error.Fault == ExiFault.StringTableNeeded)
            || XDocument.Parse(message.ToXml()).Descendants().Any(element => !element.HasElements && element.Value.Length == 0);
    }
}
