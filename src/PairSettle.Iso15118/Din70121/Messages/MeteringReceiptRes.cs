using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Accepts or refuses the receipt. From SECC to EVCC.</summary>
[ExiType("MeteringReceiptResType", DinSchema.MsgBody)]
[ExiGlobalElement("MeteringReceiptRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record MeteringReceiptRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome of checking the receipt.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required AC_EVSEStatusType AC_EVSEStatus { get; init; }
}
