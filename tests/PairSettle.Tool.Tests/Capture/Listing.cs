using PairSettle.Tool.Capture;
using PairSettle.Tool.Capture.Listing;
using PairSettle.Tool.Capture.Tls;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>Lists a capture and keeps the entries.</summary>
internal sealed class Listing : IListingWriter
{
    public List<ListingEntry> Entries { get; } = [];

    public CaptureListing? Counts { get; private set; }

    public IEnumerable<string> Messages => Entries.Where(e => e.Message is not null).Select(e => e.Message!.Name);

    public IEnumerable<string> Problems => Entries.Where(e => e.Problem is not null).Select(e => e.Problem!.Split(' ')[0]);

    public static Listing Of(byte[] file, string keyLog = "")
    {
        var listing = new Listing();
        Assert.True(listing.TryRun(file, keyLog, out var error), error.ToString());
        return listing;
    }

    public bool TryRun(byte[] file, string keyLog, out CaptureError error)
    {
        var keys = new KeyLog();
        keys.Add(System.Text.Encoding.ASCII.GetBytes(keyLog));
        Counts = new CaptureListing(keys, this);
        return Counts.TryRun(file, out error);
    }

    public void Write(ListingEntry entry) => Entries.Add(entry);
}
