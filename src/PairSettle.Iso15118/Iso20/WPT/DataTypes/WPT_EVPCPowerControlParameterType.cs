using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What the vehicle's power circuit asks for and measures.</summary>
[ExiType("WPT_EVPCPowerControlParameterType", WptSchema.Namespace)]
public readonly partial record struct WPT_EVPCPowerControlParameterType
{
    /// <summary>The current wanted of the charger's coil, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVPCCoilCurrentRequest { get; init; }

    /// <summary>The current of the vehicle's coil, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVPCCoilCurrentInformation { get; init; }

    /// <summary>The current at the output of the vehicle's power circuit, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVPCCurrentOutputInformation { get; init; }

    /// <summary>The voltage at the output of the vehicle's power circuit, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVPCVoltageOutputInformation { get; init; }
}
