using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A further service that costs.</summary>
[ExiType("AdditionalServiceType", CommonMessagesSchema.Namespace)]
public sealed partial record AdditionalServiceType
{
    /// <summary>The service's name, at most 80 characters.</summary>
    [ExiElement]
    [ExiLength(0, 80)]
    public required string ServiceName { get; init; }

    /// <summary>The service's price.</summary>
    [ExiElement]
    public required RationalNumberType ServiceFee { get; init; }
}
