using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>A notification of the charger to the vehicle.</summary>
[ExiType("EVSEStatusType", CommonTypesSchema.Namespace)]
public readonly partial record struct EVSEStatusType
{
    /// <summary>
    /// How long the vehicle may take to act on <see cref="EVSENotification"/>, in seconds; see [V2G20-3308].
    /// </summary>
    [ExiElement]
    public required ushort NotificationMaxDelay { get; init; }

    /// <summary>What the charger wants of the vehicle.</summary>
    [ExiElement]
    public required EvseNotificationType EVSENotification { get; init; }
}
