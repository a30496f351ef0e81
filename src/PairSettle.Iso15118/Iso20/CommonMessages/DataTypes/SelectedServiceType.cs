using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>One service that the vehicle chose, and its parameter set.</summary>
[ExiType("SelectedServiceType", CommonMessagesSchema.Namespace)]
public readonly partial record struct SelectedServiceType
{
    /// <summary>The service's number.</summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }

    /// <summary>The parameter set chosen; 0 where the service has none.</summary>
    [ExiElement]
    public required ushort ParameterSetID { get; init; }
}
