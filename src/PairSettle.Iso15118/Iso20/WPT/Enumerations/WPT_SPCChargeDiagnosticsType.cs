namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What is wrong at the charger's power circuit.</summary>
public enum WPT_SPCChargeDiagnosticsType
{
    /// <summary>Nothing.</summary>
    SPCNoIssue,

    /// <summary>A foreign object lies in the field.</summary>
    SPCFODDetected,

    /// <summary>A living object is near the field.</summary>
    SPCLOPDetected,

    /// <summary>It is too hot.</summary>
    SPCTempOverheatDetected,

    /// <summary>The transfer of power is out of the ordinary.</summary>
    SPCPowerTransferAnomalyDetected,

    /// <summary>Something else is out of the ordinary.</summary>
    SPCAnomalyDetected,
}
