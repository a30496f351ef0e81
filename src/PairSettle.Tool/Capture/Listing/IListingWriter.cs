namespace PairSettle.Tool.Capture.Listing;

/// <summary>Writes the lines of a listing, as text or as JSON.</summary>
internal interface IListingWriter
{
    void Write(ListingEntry entry);
}
