namespace PairSettle.Iso15118.Secc;

/// <summary>How far the isolation test has come (DC).</summary>
public enum CableCheckProgress
{
    /// <summary>It has not begun.</summary>
    NotStarted,

    /// <summary>The vehicle must show state C or D first.</summary>
    WaitingForVehicle,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>The cable is safe.</summary>
    Passed,

    /// <summary>It is not, or the test took too long.</summary>
    Failed,
}
