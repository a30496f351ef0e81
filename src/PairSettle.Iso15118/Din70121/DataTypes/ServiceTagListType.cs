using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The value-added services offered.</summary>
[ExiType("ServiceTagListType", DinSchema.MsgDataTypes)]
public sealed partial record ServiceTagListType
{
    /// <summary>One or more services.</summary>
    [ExiElement]
    public required ExiList<ServiceType> Service { get; init; }
}
