using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>How the vehicle means to draw power over time.</summary>
[ExiType("EVPowerProfileType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPowerProfileType
{
    /// <summary>When the first interval begins, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>Set where the charger steers the power.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Dynamic_EVPPTControlModeType? Dynamic_EVPPTControlMode { get; init; }

    /// <summary>Set where the vehicle follows a schedule.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Scheduled_EVPPTControlModeType? Scheduled_EVPPTControlMode { get; init; }

    /// <summary>The steps.</summary>
    [ExiElement]
    public required EVPowerProfileEntryListType EVPowerProfileEntries { get; init; }
}
