using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>One service that the charger offers.</summary>
[ExiType("ServiceType", Iso2Schema.MsgDataTypes)]
public partial record ServiceType
{
    /// <summary>The service's number. 1 is charging, 2 contract certificates, 3 Internet access.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>A name for people.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? ServiceName { get; init; }

    /// <summary>The kind of service.</summary>
    [ExiElement]
    public required ServiceCategoryType ServiceCategory { get; init; }

    /// <summary>Where or for whom the service is meant.</summary>
    [ExiElement]
    [ExiLength(0, 64)]
    public string? ServiceScope { get; init; }

    /// <summary>Whether the service costs nothing.</summary>
    [ExiElement]
    public required bool FreeService { get; init; }
}
