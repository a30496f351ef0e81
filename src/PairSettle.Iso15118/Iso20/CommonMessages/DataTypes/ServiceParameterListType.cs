using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The parameter sets of a service.</summary>
[ExiType("ServiceParameterListType", CommonMessagesSchema.Namespace)]
public sealed partial record ServiceParameterListType
{
    /// <summary>1 to 32 sets, of which the vehicle chooses one.</summary>
    [ExiElement(MaxOccurs = 32)]
    public required ExiList<ParameterSetType> ParameterSet { get; init; }
}
