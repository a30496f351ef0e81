using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Gives the charger's state and a meter reading in the AC charging loop. From SECC to EVCC.</summary>
[ExiType("ChargingStatusResType", DinSchema.MsgBody)]
[ExiGlobalElement("ChargingStatusRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ChargingStatusRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charging point's identifier in octets, at most 32.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 32)]
    public required ExiBytes EVSEID { get; init; }

    /// <summary>The schedule in force.</summary>
    [ExiElement]
    public required short SAScheduleTupleID { get; init; }

    /// <summary>The most current per phase from now on, in A.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaxCurrent { get; init; }

    /// <summary>A meter reading.</summary>
    [ExiElement]
    public MeterInfoType? MeterInfo { get; init; }

    /// <summary>Whether the vehicle must confirm the reading with <see cref="MeteringReceiptReq"/> next.</summary>
    [ExiElement]
    public required bool ReceiptRequired { get; init; }

    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required AC_EVSEStatusType AC_EVSEStatus { get; init; }
}
