using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Reports on the insulation test. From SECC to EVCC.</summary>
[ExiType("CableCheckResType", DinSchema.MsgBody)]
[ExiGlobalElement("CableCheckRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CableCheckRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state, with the result of the test.</summary>
    [ExiElement]
    public required DC_EVSEStatusType DC_EVSEStatus { get; init; }

    /// <summary>Whether the test is done.</summary>
    [ExiElement]
    public required EVSEProcessingType EVSEProcessing { get; init; }
}
