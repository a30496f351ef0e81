namespace PairSettle.Credentials;

/// <summary>The set of anchors that a root belongs to. A certificate does not tell; the holder of the trust store says it.</summary>
public enum AuthorityRole
{
    /// <summary>Roots of the V2G hierarchy (folder <c>v2g</c>).</summary>
    V2G,

    /// <summary>Roots of mobility operators, also called eMSP (folder <c>mo</c>).</summary>
    MobilityOperator,

    /// <summary>Roots of charge point operators outside of the V2G hierarchy (folder <c>cpo</c>).</summary>
    ChargePointOperator,

    /// <summary>Roots of vehicle makers (folder <c>oem</c>).</summary>
    Oem,

    /// <summary>Roots of fleets (folder <c>fleet</c>).</summary>
    Fleet,

    /// <summary>Roots of meter makers and calibration bodies (folder <c>meter</c>).</summary>
    Meter,

    /// <summary>Roots of auditors (folder <c>auditor</c>).</summary>
    Auditor,

    /// <summary>Roots of the publishers of trust lists (folder <c>lists</c>). They vouch for lists and for nothing else.</summary>
    TrustList,
}
