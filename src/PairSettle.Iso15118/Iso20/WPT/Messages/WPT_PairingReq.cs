using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Reports what the vehicle has observed of the device it stands over. From EVCC to SECC.</summary>
[ExiType("WPT_PairingReqType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_PairingReq", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_PairingReq : V2GRequestType
{
    /// <summary>Whether the vehicle is done.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>The code of the device that was observed, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public uint? ObservedIDCode { get; init; }

    /// <summary>How the vehicle judges the outcome.</summary>
    [ExiElement]
    public required WPT_EVResultType EVResultCode { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> VendorSpecificDataContainer { get; init; }
}
