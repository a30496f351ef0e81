using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Gives the charger's state and a meter reading in the AC charging loop. From SECC to EVCC.</summary>
[ExiType("ChargingStatusResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ChargingStatusRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ChargingStatusRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charging point's identifier.</summary>
    [ExiElement]
    [ExiLength(7, 37, AllowEmpty = true)]
    public required string EVSEID { get; init; }

    /// <summary>The schedule in force.</summary>
    [ExiElement]
    [ExiRange(1, 255)]
    public required byte SAScheduleTupleID { get; init; }

    /// <summary>The most current per phase from now on, in A.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaxCurrent { get; init; }

    /// <summary>A meter reading.</summary>
    [ExiElement]
    public MeterInfoType? MeterInfo { get; init; }

    /// <summary>Whether the vehicle must confirm the reading with <see cref="MeteringReceiptReq"/> next.</summary>
    [ExiElement]
    public bool? ReceiptRequired { get; init; }

    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required AC_EVSEStatusType AC_EVSEStatus { get; init; }
}
