using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Answers a turn of the fine positioning. From SECC to EVCC.</summary>
[ExiType("WPT_FinePositioningResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_FinePositioningRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_FinePositioningRes : V2GResponseType
{
    /// <summary>Whether the charger is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }

    /// <summary>Measurements of the low-frequency antennas.</summary>
    [ExiElement]
    public WPT_LF_DataPackageListType? WPT_LF_DataPackageList { get; init; }
}
