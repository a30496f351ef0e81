using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The low-frequency antennas of one side: either transmitters or receivers.</summary>
[ExiType("WPT_LF_SystemSetupDataType", WptSchema.Namespace)]
public sealed partial record WPT_LF_SystemSetupDataType
{
    /// <summary>Set where the side transmits.</summary>
    [ExiElement]
    [ExiChoice("Data")]
    public WPT_LF_TransmitterDataType? LF_TransmitterSetupData { get; init; }

    /// <summary>Set where the side receives.</summary>
    [ExiElement]
    [ExiChoice("Data")]
    public WPT_LF_ReceiverDataType? LF_ReceiverSetupData { get; init; }
}
