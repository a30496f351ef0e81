using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(WptSchema.Namespace, Prefix = "v2gci_wpt", AttributesQualified = true,
    OtherNames =
    [
        "WPT_AlignmentCheckMethodType", "WPT_DataContainerType", "WPT_EVPCChargeDiagnosticsType",
        "WPT_EVResultType", "WPT_FinePositioningMethodType", "WPT_PairingMethodType", "WPT_PowerClassType",
        "WPT_SPCChargeDiagnosticsType", "bssidType", "ipaddressType",
    ])]

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>
/// The messages of ISO 15118-20:2022 for wireless power transfer. They travel as V2GTP payload type <see
/// cref="V2gtpPayloadType.Part20Wpt"/>. Each message is a document of its own, under the grammar of this schema and
/// all that it imports.
/// </summary>
[ExiSchema(Namespace, CommonTypesSchema.Namespace, XmlDsigSchema.Namespace)]
public static partial class WptSchema
{
    /// <summary>The target namespace, and the one by which the protocol is negotiated (version 1.0).</summary>
    public const string Namespace = "urn:iso:std:iso:15118:-20:WPT";
}
