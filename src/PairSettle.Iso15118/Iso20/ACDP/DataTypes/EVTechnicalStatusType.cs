using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>The vehicle's state.</summary>
[ExiType("EVTechnicalStatusType", AcdpSchema.Namespace)]
public sealed partial record EVTechnicalStatusType
{
    /// <summary>Whether the vehicle is ready.</summary>
    [ExiElement]
    public required bool EVReadyToCharge { get; init; }

    /// <summary>Whether the vehicle is asked not to move.</summary>
    [ExiElement]
    public required bool EVImmobilizationRequest { get; init; }

    /// <summary>Whether the vehicle is kept from moving.</summary>
    [ExiElement]
    public bool? EVImmobilized { get; init; }

    /// <summary>The strength of the wireless network at the vehicle.</summary>
    [ExiElement]
    public RationalNumberType? EVWLANStrength { get; init; }

    /// <summary>The state of the control pilot that the vehicle sees.</summary>
    [ExiElement]
    public CpStatusType? EVCPStatus { get; init; }

    /// <summary>The battery's state of charge, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? EVSOC { get; init; }

    /// <summary>What is wrong at the vehicle, if anything.</summary>
    [ExiElement]
    public ErrorCodeType? EVErrorCode { get; init; }

    /// <summary>Whether the vehicle has waited too long.</summary>
    [ExiElement]
    public bool? EVTimeout { get; init; }
}
