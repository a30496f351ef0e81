using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Opens a session, or joins again the one that the header names after a pause. From EVCC to SECC.</summary>
[ExiType("SessionSetupReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("SessionSetupReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record SessionSetupReq : BodyBaseType
{
    /// <summary>The vehicle's identifier: the MAC address of its communication controller.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 6)]
    public required ExiBytes EVCCID { get; init; }
}
