using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Reports the power of the alignment check. From SECC to EVCC.</summary>
[ExiType("WPT_AlignmentCheckResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_AlignmentCheckRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_AlignmentCheckRes : V2GResponseType
{
    /// <summary>Whether the charger is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>The power transmitted, in W.</summary>
    [ExiElement]
    public RationalNumberType? PowerTransmitted { get; init; }

    /// <summary>The current of the charger's device, in A.</summary>
    [ExiElement]
    public RationalNumberType? SupplyDeviceCurrent { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }
}
