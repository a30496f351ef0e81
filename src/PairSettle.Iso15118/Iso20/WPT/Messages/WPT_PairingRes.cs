using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Says whether vehicle and device belong together. From SECC to EVCC.</summary>
[ExiType("WPT_PairingResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_PairingRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_PairingRes : V2GResponseType
{
    /// <summary>Whether the charger is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>The code of the device that was observed, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public uint? ObservedIDCode { get; init; }

    /// <summary>Other communication controllers to try, where the device belongs to another.</summary>
    [ExiElement]
    public AlternativeSECCListType? AlternativeSECCList { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }
}
