namespace PairSettle.Iso15118.Din70121;

/// <summary>How far the charger has come with what was asked.</summary>
public enum EVSEProcessingType
{
    /// <summary>The answer is final.</summary>
    Finished,

    /// <summary>The answer is pending: the vehicle repeats its request.</summary>
    Ongoing,
}
