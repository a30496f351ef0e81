namespace PairSettle.Iso15118.Session;

/// <summary>The one protocol that the machines speak, as supportedAppProtocolReq names it.</summary>
public static class Iso2Protocol
{
    /// <summary>The namespace of ISO 15118-2:2013.</summary>
    public const string Namespace = "urn:iso:15118:2:2013:MsgDef";

    /// <summary>Its major version, which must match.</summary>
    public const uint Major = 2;

    /// <summary>Its minor version, which may deviate.</summary>
    public const uint Minor = 0;
}
