using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The parameter sets of a service.</summary>
[ExiType("ServiceParameterListType", DinSchema.MsgDataTypes)]
public sealed partial record ServiceParameterListType
{
    /// <summary>One or more sets, of which the vehicle chooses one.</summary>
    [ExiElement]
    public required ExiList<ParameterSetType> ParameterSet { get; init; }
}
