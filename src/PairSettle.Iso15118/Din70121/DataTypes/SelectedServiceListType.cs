using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The services that the vehicle chose.</summary>
[ExiType("SelectedServiceListType", DinSchema.MsgDataTypes)]
public sealed partial record SelectedServiceListType
{
    /// <summary>One or more services, the charging service among them.</summary>
    [ExiElement]
    public required ExiList<SelectedServiceType> SelectedService { get; init; }
}
