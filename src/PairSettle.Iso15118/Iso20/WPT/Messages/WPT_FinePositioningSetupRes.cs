using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Says by which methods the charger can position, pair and check the alignment. From SECC to EVCC.</summary>
[ExiType("WPT_FinePositioningSetupResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_FinePositioningSetupRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_FinePositioningSetupRes : V2GResponseType
{
    /// <summary>The charger's methods of fine positioning.</summary>
    [ExiElement]
    public required WPT_FinePositioningMethodListType PrimaryDeviceFinePositioningMethodList { get; init; }

    /// <summary>The charger's methods of pairing.</summary>
    [ExiElement]
    public required WPT_PairingMethodListType PrimaryDevicePairingMethodList { get; init; }

    /// <summary>The charger's methods of checking the alignment.</summary>
    [ExiElement]
    public required WPT_AlignmentCheckMethodListType PrimaryDeviceAlignmentCheckMethodList { get; init; }

    /// <summary>How far the middle of the magnetic field lies from the middle of the device.</summary>
    [ExiElement]
    public required ushort NaturalOffset { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }

    /// <summary>The low-frequency antennas.</summary>
    [ExiElement]
    public WPT_LF_SystemSetupDataType? LF_SystemSetupData { get; init; }
}
