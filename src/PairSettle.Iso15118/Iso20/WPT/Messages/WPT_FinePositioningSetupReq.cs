using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>
/// Says by which methods the vehicle can be positioned, paired and checked for alignment. From EVCC to SECC.
/// </summary>
[ExiType("WPT_FinePositioningSetupReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_FinePositioningSetupReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_FinePositioningSetupReq : V2GRequestType
{
    /// <summary>Whether the vehicle is done.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>The vehicle's methods of fine positioning.</summary>
    [ExiElement]
    public required WPT_FinePositioningMethodListType EVDeviceFinePositioningMethodList { get; init; }

    /// <summary>The vehicle's methods of pairing.</summary>
    [ExiElement]
    public required WPT_PairingMethodListType EVDevicePairingMethodList { get; init; }

    /// <summary>The vehicle's methods of checking the alignment.</summary>
    [ExiElement]
    public required WPT_AlignmentCheckMethodListType EVDeviceAlignmentCheckMethodList { get; init; }

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
