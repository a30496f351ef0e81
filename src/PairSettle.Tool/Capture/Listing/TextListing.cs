using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>One line an entry, for people; the XML form below it where it was asked for.</summary>
internal sealed class TextListing(TextWriter output, bool verbose) : IListingWriter
{
    public void Write(ListingEntry entry)
    {
        var fields = new List<string?> { CaptureTime.Text(entry.TimeNs) ?? "-", $"{entry.Source} > {entry.Destination}", entry.Protocol };
        if (entry.Message is { } message)
        {
            fields.Add(message.PayloadType is { } type ? XmlForm.Hex16((int)type) : null);
            fields.Add(message.Set);
            fields.Add(message.Name);
            fields.Add(message.SessionId is { } session ? $"session={session}" : null);
            fields.Add(message.ResponseCode);
        }

        fields.Add(entry.Subject);
        fields.Add(entry.Note is { } note ? $"({note})" : null);
        fields.Add(entry.Problem is { } problem ? $"! {problem}" : null);
        output.WriteLine(OneLine(string.Join("  ", fields.Where(field => !string.IsNullOrEmpty(field)))));
        if (verbose && entry.Message is { } shown)
        {
            foreach (var line in XmlForm.Indent(shown.Xml).Split('\n'))
            {
                output.WriteLine(OneLine("    " + line));
            }
        }
    }

    // What a peer wrote may hold line breaks and control characters of terminals.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;
}
