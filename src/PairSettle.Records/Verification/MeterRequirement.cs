namespace PairSettle.Records.Verification;

/// <summary>Who must have bound the meter to the EVSE.</summary>
public enum MeterRequirement
{
    /// <summary>The charge point operator or the meter authority.</summary>
    EitherAuthority = 0,

    /// <summary>The meter authority.</summary>
    MeterAuthority = 1,

    /// <summary>Nobody: a missing declaration is only noted.</summary>
    None = 2,
}
