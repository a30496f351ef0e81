using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>One JSON object a line, for scripts; with the JSON form of the message where it was asked for.</summary>
internal sealed class JsonListing(TextWriter output, bool verbose) : IListingWriter
{
    public void Write(ListingEntry entry) => output.WriteLine(JsonForm.OneLine(json =>
    {
        json.WriteStartObject();
        JsonForm.WriteOptional(json, "time", CaptureTime.Text(entry.TimeNs));
        json.WriteString("source", entry.Source);
        json.WriteString("destination", entry.Destination);
        json.WriteString("protocol", entry.Protocol);
        JsonForm.WriteOptional(json, "subject", entry.Subject);
        JsonForm.WriteOptional(json, "note", entry.Note);
        JsonForm.WriteOptional(json, "problem", entry.Problem);
        if (entry.Message is { } message)
        {
            JsonForm.WriteMembers(json, message, verbose);
        }

        json.WriteEndObject();
    }));
}
