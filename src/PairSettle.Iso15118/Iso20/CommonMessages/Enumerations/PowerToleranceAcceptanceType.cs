namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Whether the vehicle keeps to a power tolerance.</summary>
public enum PowerToleranceAcceptanceType
{
    /// <summary>It does not say so.</summary>
    PowerToleranceNotConfirmed,

    /// <summary>It does.</summary>
    PowerToleranceConfirmed,
}
