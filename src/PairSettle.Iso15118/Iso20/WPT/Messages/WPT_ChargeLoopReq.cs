using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>
/// Keeps the transfer of energy going. Repeated until the vehicle stops; both sides expect the next message within 0.5
/// s. From EVCC to SECC.
/// </summary>
[ExiType("WPT_ChargeLoopReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_ChargeLoopReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_ChargeLoopReq : ChargeLoopReqType
{
    /// <summary>The power wanted, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVPCPowerRequest { get; init; }

    /// <summary>The power at the output of the vehicle's power circuit, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVPCPowerOutput { get; init; }

    /// <summary>What is wrong at the vehicle, if anything.</summary>
    [ExiElement]
    public required WPT_EVPCChargeDiagnosticsType EVPCChargeDiagnostics { get; init; }

    /// <summary>The frequency that the vehicle's power circuit works at, in Hz.</summary>
    [ExiElement]
    public RationalNumberType? EVPCOperatingFrequency { get; init; }

    /// <summary>What the vehicle's power circuit asks for and measures.</summary>
    [ExiElement]
    public WPT_EVPCPowerControlParameterType? EVPCPowerControlParameter { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> ManufacturerSpecificDataContainer { get; init; }
}
