using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Confirms a meter reading that the charger sent, signed with the contract key. From EVCC to SECC.</summary>
[ExiType("MeteringReceiptReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("MeteringReceiptReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record MeteringReceiptReq : BodyBaseType
{
    /// <summary>The session, repeated here so that the signature covers it.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>The schedule under which the energy was taken.</summary>
    [ExiElement]
    [ExiRange(1, 255)]
    public byte? SAScheduleTupleID { get; init; }

    /// <summary>The reading confirmed, exactly as received.</summary>
    [ExiElement]
    public required MeterInfoType MeterInfo { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
