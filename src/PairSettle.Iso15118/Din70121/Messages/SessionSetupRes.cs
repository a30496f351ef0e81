using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// Answers <see cref="SessionSetupReq"/>. Its header carries the session's identifier from here on. From SECC to EVCC.
/// </summary>
[ExiType("SessionSetupResType", DinSchema.MsgBody)]
[ExiGlobalElement("SessionSetupRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record SessionSetupRes : BodyBaseType, IResponseMessage
{
    /// <summary>
    /// <see cref="ResponseCodeType.OK_NewSessionEstablished"/>, <see cref="ResponseCodeType.OK_OldSessionJoined"/> or a
    /// failure.
    /// </summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charging point's identifier in octets, at most 32; a single zero octet where it has none.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 32)]
    public required ExiBytes EVSEID { get; init; }

    /// <summary>The charger's clock, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public long? DateTimeNow { get; init; }
}
