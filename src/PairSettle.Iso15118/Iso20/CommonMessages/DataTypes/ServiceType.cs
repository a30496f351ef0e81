using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>One service that the charger offers.</summary>
[ExiType("ServiceType", CommonMessagesSchema.Namespace)]
public readonly partial record struct ServiceType
{
    /// <summary>
    /// The service's number. 1 is AC, 2 DC, 3 WPT, 4 ACDP, 5 to 7 are AC, DC and ACDP with bidirectional power
    /// transfer, 65 is Internet access, 66 the parking status.
    /// </summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>Whether the service costs nothing.</summary>
    [ExiElement]
    public required bool FreeService { get; init; }
}
