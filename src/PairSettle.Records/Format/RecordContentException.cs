namespace PairSettle.Records.Format;

/// <summary>Thrown by the parse methods without Try when bytes are refused.</summary>
public sealed class RecordContentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">Why the bytes were refused.</param>
    public RecordContentException(RecordError error)
        : base(error.ToString()) => Error = error;

    /// <summary>Why the bytes were refused.</summary>
    public RecordError Error { get; }
}
