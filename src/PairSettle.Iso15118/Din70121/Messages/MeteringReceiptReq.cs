using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Confirms a meter reading that the charger sent. From EVCC to SECC.</summary>
[ExiType("MeteringReceiptReqType", DinSchema.MsgBody)]
[ExiGlobalElement("MeteringReceiptReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record MeteringReceiptReq : BodyBaseType
{
    /// <summary>The session, repeated here so that a signature covers it.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>The schedule under which the energy was taken.</summary>
    [ExiElement]
    public short? SAScheduleTupleID { get; init; }

    /// <summary>The reading confirmed, exactly as received.</summary>
    [ExiElement]
    public required MeterInfoType MeterInfo { get; init; }

    /// <summary>The name that a signature refers to.</summary>
    [ExiAttribute]
    public string? Id { get; init; }
}
