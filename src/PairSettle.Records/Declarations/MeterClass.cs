namespace PairSettle.Records.Declarations;

/// <summary>The accuracy class of an active energy meter (EN 50470-3); a better class compares as greater.</summary>
public enum MeterClass
{
    /// <summary>No class was certified.</summary>
    Unclassified = 0,

    /// <summary>Class A: two percent.</summary>
    A = 1,

    /// <summary>Class B: one percent.</summary>
    B = 2,

    /// <summary>Class C: half a percent.</summary>
    C = 3,
}
