namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>A state of the control pilot (IEC 61851-1).</summary>
public enum CpStatusType
{
    /// <summary>Not connected.</summary>
    StateA,

    /// <summary>Connected, not ready.</summary>
    StateB,

    /// <summary>Ready.</summary>
    StateC,

    /// <summary>Ready, with ventilation.</summary>
    StateD,

    /// <summary>Fault.</summary>
    StateE,
}
