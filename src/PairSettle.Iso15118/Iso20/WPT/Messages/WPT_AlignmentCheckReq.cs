using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Asks for a little power to check the alignment of the devices. From EVCC to SECC.</summary>
[ExiType("WPT_AlignmentCheckReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_AlignmentCheckReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_AlignmentCheckReq : V2GRequestType
{
    /// <summary>Whether the vehicle is done.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>The current wanted of the charger's coil, in A.</summary>
    [ExiElement]
    public RationalNumberType? TargetCoilCurrent { get; init; }

    /// <summary>How the vehicle judges the outcome.</summary>
    [ExiElement]
    public required WPT_EVResultType EVResultCode { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }
}
