using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Reports how far the positioning of the vehicle over the device has come. From EVCC to SECC.</summary>
[ExiType("WPT_FinePositioningReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_FinePositioningReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_FinePositioningReq : V2GRequestType
{
    /// <summary>Whether the vehicle is done.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>How the vehicle judges the outcome.</summary>
    [ExiElement]
    public required WPT_EVResultType EVResultCode { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }

    /// <summary>Measurements of the low-frequency antennas.</summary>
    [ExiElement]
    public WPT_LF_DataPackageListType? WPT_LF_DataPackageList { get; init; }
}
