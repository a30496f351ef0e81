using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One service that the vehicle chose.</summary>
[ExiType("SelectedServiceType", DinSchema.MsgDataTypes)]
public sealed partial record SelectedServiceType
{
    /// <summary>The service's number.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>The parameter set chosen, where the service has any.</summary>
    [ExiElement]
    public short? ParameterSetID { get; init; }
}
