using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The state of an AC charger.</summary>
[ExiType("AC_EVSEStatusType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("AC_EVSEStatus", DinSchema.MsgDataTypes, SubstitutionGroup = "EVSEStatus")]
public sealed partial record AC_EVSEStatusType : EVSEStatusType
{
    /// <summary>Whether the charger's contactor is closed.</summary>
    [ExiElement]
    public required bool PowerSwitchClosed { get; init; }

    /// <summary>Whether the residual current device has detected a fault.</summary>
    [ExiElement]
    public required bool RCD { get; init; }

    /// <summary>How long the vehicle may take to act on <see cref="EVSENotification"/>, in seconds.</summary>
    [ExiElement]
    public required uint NotificationMaxDelay { get; init; }

    /// <summary>What the charger wants of the vehicle.</summary>
    [ExiElement]
    public required EVSENotificationType EVSENotification { get; init; }
}
