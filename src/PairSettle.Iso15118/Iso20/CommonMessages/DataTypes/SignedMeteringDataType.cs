using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A meter reading that the vehicle confirms. The contract key signs this element.</summary>
[ExiType("SignedMeteringDataType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SignedMeteringData", CommonMessagesSchema.Namespace)]
public sealed partial record SignedMeteringDataType
{
    /// <summary>The session in which the energy was metered, 8 octets.</summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(8, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>The reading, as the charger sent it.</summary>
    [ExiElement]
    public required MeterInfoType MeterInfo { get; init; }

    /// <summary>The costs, as the charger sent them.</summary>
    [ExiElement]
    public ReceiptType? Receipt { get; init; }

    /// <summary>Set where the charger steered the power.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Dynamic_SMDTControlModeType? Dynamic_SMDTControlMode { get; init; }

    /// <summary>Set where the vehicle followed a schedule.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Scheduled_SMDTControlModeType? Scheduled_SMDTControlMode { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public required string Id { get; init; }
}
