namespace PairSettle.Records.Format;

/// <summary>
/// The object identifiers of the format, under the arc of one fixed UUID (b5e5b39e-eca7-4275-a057-31253c55a907, ITU-T X.667).
/// </summary>
public static class RecordOids
{
    /// <summary>The arc of all identifiers.</summary>
    public const string Arc = "2.25.241782946360283646201017550624922118407";

    /// <summary>The CMS content type of a declaration.</summary>
    public const string Declaration = Arc + ".1.1";

    /// <summary>The CMS content type of an offer.</summary>
    public const string Offer = Arc + ".1.2";

    /// <summary>The CMS content type of an acceptance.</summary>
    public const string Acceptance = Arc + ".1.3";

    /// <summary>The CMS content type of a half-record.</summary>
    public const string HalfRecord = Arc + ".1.4";
}
