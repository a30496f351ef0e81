using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Gives the parameter sets of one service. From SECC to EVCC.</summary>
[ExiType("ServiceDetailResType", DinSchema.MsgBody)]
[ExiGlobalElement("ServiceDetailRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServiceDetailRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The service asked for.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>The parameter sets to choose from.</summary>
    [ExiElement]
    public ServiceParameterListType? ServiceParameterList { get; init; }
}
