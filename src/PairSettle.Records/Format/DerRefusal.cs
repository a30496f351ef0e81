namespace PairSettle.Records.Format;

/// <summary>Carries an error from a field to the entry point of its object.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1064:Exceptions should be public", Justification = "It never leaves this assembly: DerObject turns it into an error.")]
internal sealed class DerRefusal(RecordError error) : Exception
{
    public RecordError Error { get; } = error;
}
