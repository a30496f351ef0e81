namespace PairSettle.Records.Verification;

/// <summary>The answer of a verifier. Undetermined is never folded into either side.</summary>
public enum RecordVerdict
{
    /// <summary>Nothing failed, and everything that is required was checked.</summary>
    Valid = 0,

    /// <summary>Something failed.</summary>
    Invalid = 1,

    /// <summary>Nothing failed, but something that is required could not be checked.</summary>
    Undetermined = 2,
}
