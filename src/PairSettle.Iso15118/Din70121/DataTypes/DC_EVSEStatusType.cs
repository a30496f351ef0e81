using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The state of a DC charger.</summary>
[ExiType("DC_EVSEStatusType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("DC_EVSEStatus", DinSchema.MsgDataTypes, SubstitutionGroup = "EVSEStatus")]
public sealed partial record DC_EVSEStatusType : EVSEStatusType
{
    /// <summary>The result of insulation monitoring.</summary>
    [ExiElement]
    public IsolationLevelType? EVSEIsolationStatus { get; init; }

    /// <summary>The state.</summary>
    [ExiElement]
    public required DC_EVSEStatusCodeType EVSEStatusCode { get; init; }

    /// <summary>How long the vehicle may take to act on <see cref="EVSENotification"/>, in seconds.</summary>
    [ExiElement]
    public required uint NotificationMaxDelay { get; init; }

    /// <summary>What the charger wants of the vehicle.</summary>
    [ExiElement]
    public required EVSENotificationType EVSENotification { get; init; }
}
