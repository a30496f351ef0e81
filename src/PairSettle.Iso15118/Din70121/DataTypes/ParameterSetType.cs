using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One configuration of a service.</summary>
[ExiType("ParameterSetType", DinSchema.MsgDataTypes)]
public sealed partial record ParameterSetType
{
    /// <summary>The set's number within the service.</summary>
    [ExiElement]
    public required short ParameterSetID { get; init; }

    /// <summary>One or more parameters.</summary>
    [ExiElement]
    public required ExiList<ParameterType> Parameter { get; init; }
}
