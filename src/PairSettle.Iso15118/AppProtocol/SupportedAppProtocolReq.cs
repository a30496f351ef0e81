using PairSettle.Exi;

namespace PairSettle.Iso15118.AppProtocol;

/// <summary>
/// First message of a connection, from EVCC to SECC: the protocols that the vehicle speaks, each with its priority.
/// </summary>
[ExiType("supportedAppProtocolReq", AppProtocolSchema.Namespace)]
[ExiGlobalElement("supportedAppProtocolReq", AppProtocolSchema.Namespace, Root = true)]
public sealed partial record SupportedAppProtocolReq
{
    /// <summary>One to twenty protocols. Their order carries no meaning: <see cref="AppProtocolType.Priority"/> does.</summary>
    [ExiElement(MaxOccurs = 20)]
    public required ExiList<AppProtocolType> AppProtocol { get; init; }
}
