namespace PairSettle.Records.Format;

/// <summary>How far an instant can be trusted, in the grades of OCMF.</summary>
public enum TimeQuality
{
    /// <summary>U: the clock was never set.</summary>
    Unsynchronised = 0,

    /// <summary>I: the clock was set from a source that proves nothing.</summary>
    Informative = 1,

    /// <summary>R: differences between instants of this device are right, the absolute time is informative.</summary>
    Relative = 2,

    /// <summary>S: the clock was synchronised to legal time.</summary>
    Synchronised = 3,
}
