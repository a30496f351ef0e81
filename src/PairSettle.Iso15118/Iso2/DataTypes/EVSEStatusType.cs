using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The charger's state.</summary>
[ExiType("EVSEStatusType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("EVSEStatus", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record EVSEStatusType
{
    private protected EVSEStatusType()
    {
    }

    /// <summary>How long the vehicle may take to act on <see cref="EVSENotification"/>, in seconds.</summary>
    [ExiElement]
    public required ushort NotificationMaxDelay { get; init; }

    /// <summary>What the charger wants of the vehicle.</summary>
    [ExiElement]
    public required EVSENotificationType EVSENotification { get; init; }
}
