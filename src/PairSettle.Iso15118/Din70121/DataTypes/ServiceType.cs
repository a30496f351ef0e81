using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One service that the charger offers.</summary>
[ExiType("ServiceType", DinSchema.MsgDataTypes)]
public partial record ServiceType
{
    /// <summary>Which service it is.</summary>
    [ExiElement]
    public required ServiceTagType ServiceTag { get; init; }

    /// <summary>Whether the service costs nothing.</summary>
    [ExiElement]
    public required bool FreeService { get; init; }
}
