namespace PairSettle.Records.Format;

/// <summary>The wire forms of a record. Conversions between them never touch a signature.</summary>
public enum RecordForm
{
    /// <summary>Everything that a verifier needs besides its trust anchors.</summary>
    Full = 0,

    /// <summary>Without attachments, for small messages.</summary>
    Compact = 1,

    /// <summary>Hashes and a proof from a log.</summary>
    Stub = 2,
}
