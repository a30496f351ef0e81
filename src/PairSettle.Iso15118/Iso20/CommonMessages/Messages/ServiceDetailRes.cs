using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Gives the parameter sets of one service. From SECC to EVCC.</summary>
[ExiType("ServiceDetailResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceDetailRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceDetailRes : V2GResponseType
{
    /// <summary>The service asked for.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>The parameter sets to choose from.</summary>
    [ExiElement]
    public required ServiceParameterListType ServiceParameterList { get; init; }
}
