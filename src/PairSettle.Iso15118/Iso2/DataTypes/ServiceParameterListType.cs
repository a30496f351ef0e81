using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The parameter sets of a service.</summary>
[ExiType("ServiceParameterListType", Iso2Schema.MsgDataTypes)]
public sealed partial record ServiceParameterListType
{
    /// <summary>One to 255 sets, of which the vehicle chooses one.</summary>
    [ExiElement(MaxOccurs = 255)]
    public required ExiList<ParameterSetType> ParameterSet { get; init; }
}
