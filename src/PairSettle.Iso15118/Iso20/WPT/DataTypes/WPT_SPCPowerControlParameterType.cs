using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What the charger's power circuit measures.</summary>
[ExiType("WPT_SPCPowerControlParameterType", WptSchema.Namespace)]
public readonly partial record struct WPT_SPCPowerControlParameterType
{
    /// <summary>The current of the charger's coil, in A.</summary>
    [ExiElement]
    public required RationalNumberType SPCPrimaryDeviceCoilCurrentInformation { get; init; }
}
