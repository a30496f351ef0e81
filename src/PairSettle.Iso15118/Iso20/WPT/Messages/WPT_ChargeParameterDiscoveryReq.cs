using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Says what the vehicle's device needs and tolerates. From EVCC to SECC.</summary>
[ExiType("WPT_ChargeParameterDiscoveryReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_ChargeParameterDiscoveryReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_ChargeParameterDiscoveryReq : ChargeParameterDiscoveryReqType
{
    /// <summary>The most power that the vehicle's power circuit can receive, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVPCMaxReceivablePower { get; init; }

    /// <summary>The most ground clearance of the vehicle's device. The name is spelt as in the schema.</summary>
    [ExiElement]
    public required ushort SDMaxGroundClearence { get; init; }

    /// <summary>The least ground clearance of the vehicle's device. The name is spelt as in the schema.</summary>
    [ExiElement]
    public required ushort SDMinGroundClearence { get; init; }

    /// <summary>The natural frequency of the vehicle's power circuit, in Hz.</summary>
    [ExiElement]
    public required RationalNumberType EVPCNaturalFrequency { get; init; }

    /// <summary>Whether the vehicle's power circuit controls itself.</summary>
    [ExiElement]
    public required bool EVPCDeviceLocalControl { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }
}
