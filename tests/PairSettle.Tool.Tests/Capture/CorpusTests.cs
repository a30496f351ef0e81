using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>What real cars, chargers and other stacks sent.</summary>
public sealed class CorpusTests
{
    [CorpusFact("exi/captures.jsonl")]
    public void TryRead_RecordedPayloadsAsFrames_AreNeverOfAnotherSetThanTheNegotiatedOne()
    {
        var (read, wrong) = (0, new List<string>());
        foreach (var vector in Vectors("exi/captures.jsonl").Where(IsMessage))
        {
            var type = (V2gtpPayloadType)Convert.ToInt32(vector.PayloadType, 16);
            var frame = new V2gtpFrame(type, Convert.FromHexString(vector.ExiHex!)).ToArray();
            var found = FrameReader.TryRead(frame, null, fragment: false, out var message, out var error);
            var set = MessageSets.Find(vector.Schema!)!;
            read += found ? 1 : 0;

            if (message?.Set != set.Name)
            {
                wrong.Add($"{vector.Id}: {message?.Set} {error}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(read, 4500, int.MaxValue);
    }

    [CorpusFact("exi/captures.jsonl")]
    public void TryRead_RecordedPayloadsWithoutHeader_AreOfTheNegotiatedSetOrAmbiguous()
    {
        var wrong = Vectors("exi/captures.jsonl")
            .Where(IsMessage)
            .Where(vector => !FrameReader.TryRead(Convert.FromHexString(vector.ExiHex!), null, fragment: false, out var message, out var error)
                ? error.Fault is not WireFault.SetAmbiguous
                : message.Set != MessageSets.Find(vector.Schema!)!.Name)
            .Select(vector => vector.Id);

        Assert.Empty(wrong);
    }

    [CorpusFact("slac/slac")]
    public void Run_CapturesOfSlac_ListEveryMessageByName()
    {
        var files = Directory.GetFiles(SharedData.PathOf("slac/slac")!, "*.pcap");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var listing = Listing.Of(File.ReadAllBytes(file));
            Assert.Empty(listing.Problems);
            Assert.Equal(listing.Counts!.Packets, listing.Entries.Count(e => e.Protocol == "SLAC"));
            Assert.All(listing.Entries, e => Assert.Matches("^[A-Z]{2}_[A-Z_]+\\.(REQ|CNF|IND|RSP)$|^MME_0x[0-9A-F]{4}\\.", e.Subject!));
        }
    }

    /// <summary>Whether the negotiated set has the message at all; what conform roundtrip makes of the others is its own matter.</summary>
    private static bool IsMessage(Vector vector) =>
        MessageSets.Find(vector.Schema!)!.Codec.TryDecodeToXml(Convert.FromHexString(vector.ExiHex!), false, out _, out _);

    private static IEnumerable<Vector> Vectors(string file) => Vector.ReadFile(SharedData.PathOf(file)!);
}
