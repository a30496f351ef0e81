using PairSettle.Exi;

namespace PairSettle.Iso15118.AppProtocol;

/// <summary>
/// Answer to <see cref="SupportedAppProtocolReq"/>, from SECC to EVCC: the protocol that all further messages of the
/// connection use, or that there is none in common.
/// </summary>
[ExiType("supportedAppProtocolRes", AppProtocolSchema.Namespace)]
[ExiGlobalElement("supportedAppProtocolRes", AppProtocolSchema.Namespace, Root = true)]
public sealed partial record SupportedAppProtocolRes
{
    /// <summary>Whether a protocol was found.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>
    /// The <see cref="AppProtocolType.SchemaID"/> of the protocol chosen. Absent when the negotiation failed.
    /// </summary>
    [ExiElement]
    public byte? SchemaID { get; init; }
}
