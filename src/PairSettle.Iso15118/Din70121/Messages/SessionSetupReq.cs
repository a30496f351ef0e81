using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Opens a session, or joins again the one that the header names. From EVCC to SECC.</summary>
[ExiType("SessionSetupReqType", DinSchema.MsgBody)]
[ExiGlobalElement("SessionSetupReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record SessionSetupReq : BodyBaseType
{
    /// <summary>
    /// The vehicle's identifier: the MAC address of its communication controller. Vehicles write it with six octets or
    /// pad it to eight.
    /// </summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 8)]
    public required ExiBytes EVCCID { get; init; }
}
