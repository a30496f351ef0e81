using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Names a service.</summary>
[ExiType("ServiceTagType", DinSchema.MsgDataTypes)]
public sealed partial record ServiceTagType
{
    /// <summary>The service's number within the session.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>A name for people, at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? ServiceName { get; init; }

    /// <summary>The kind of service.</summary>
    [ExiElement]
    public required ServiceCategoryType ServiceCategory { get; init; }

    /// <summary>Where or for whom the service is meant, at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? ServiceScope { get; init; }
}
