using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The charging service.</summary>
[ExiType("ServiceChargeType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("ServiceCharge", DinSchema.MsgDataTypes)]
public sealed partial record ServiceChargeType : ServiceType
{
    /// <summary>The ways of energy transfer that the charger has, as one value.</summary>
    [ExiElement]
    public required EVSESupportedEnergyTransferType EnergyTransferType { get; init; }
}
