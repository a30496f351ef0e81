using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>One configuration of a service.</summary>
[ExiType("ParameterSetType", Iso2Schema.MsgDataTypes)]
public sealed partial record ParameterSetType
{
    /// <summary>The set's number within the service.</summary>
    [ExiElement]
    public required short ParameterSetID { get; init; }

    /// <summary>One to sixteen parameters.</summary>
    [ExiElement(MaxOccurs = 16)]
    public required ExiList<ParameterType> Parameter { get; init; }
}
