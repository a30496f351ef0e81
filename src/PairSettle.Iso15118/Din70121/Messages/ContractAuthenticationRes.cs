using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Says whether charging is permitted. From SECC to EVCC.</summary>
[ExiType("ContractAuthenticationResType", DinSchema.MsgBody)]
[ExiGlobalElement("ContractAuthenticationRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ContractAuthenticationRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>Whether the decision has been made.</summary>
    [ExiElement]
    public required EVSEProcessingType EVSEProcessing { get; init; }
}
