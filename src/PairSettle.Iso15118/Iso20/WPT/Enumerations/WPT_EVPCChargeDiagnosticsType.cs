namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What is wrong at the vehicle's power circuit.</summary>
public enum WPT_EVPCChargeDiagnosticsType
{
    /// <summary>Nothing.</summary>
    EVPCNoIssue,

    /// <summary>It is too hot.</summary>
    EVPCTempOverheatDetected,

    /// <summary>The transfer of power is out of the ordinary.</summary>
    EVPCPowerTransferAnomalyDetected,

    /// <summary>Something else is out of the ordinary.</summary>
    EVPCAnomalyDetected,
}
