using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>Says where the vehicle stands. From SECC to EVCC.</summary>
[ExiType("ACDP_VehiclePositioningResType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_VehiclePositioningRes", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_VehiclePositioningRes : V2GResponseType
{
    /// <summary>Whether the positioning is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>Whether the charger helps with the positioning.</summary>
    [ExiElement]
    public required bool EVSEPositioningSupport { get; init; }

    /// <summary>How far the vehicle stands from its place, along its length.</summary>
    [ExiElement]
    public required short EVRelativeXDeviation { get; init; }

    /// <summary>How far the vehicle stands from its place, across its length.</summary>
    [ExiElement]
    public required short EVRelativeYDeviation { get; init; }

    /// <summary>Where the device can connect, along the vehicle's length.</summary>
    [ExiElement]
    public required short ContactWindowXc { get; init; }

    /// <summary>Where the device can connect, across the vehicle's length.</summary>
    [ExiElement]
    public required short ContactWindowYc { get; init; }

    /// <summary>Whether the vehicle stands where the device can connect.</summary>
    [ExiElement]
    public required bool EVInChargePosition { get; init; }
}
