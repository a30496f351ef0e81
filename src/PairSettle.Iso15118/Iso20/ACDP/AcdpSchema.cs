using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(AcdpSchema.Namespace, Prefix = "v2gci_acdp", AttributesQualified = true,
    OtherNames =
    [
        "cpStatusType", "electricalChargingDeviceStatusType", "errorCodeType", "isolationStatusType",
        "mechanicalChargingDeviceStatusType",
    ])]

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>
/// The messages of ISO 15118-20:2022 for automatic connection devices such as pantographs, beside those for DC. They
/// travel as V2GTP payload type <see cref="V2gtpPayloadType.Part20Acdp"/>. Each message is a document of its own,
/// under the grammar of this schema and all that it imports.
/// </summary>
[ExiSchema(Namespace, CommonTypesSchema.Namespace, XmlDsigSchema.Namespace)]
public static partial class AcdpSchema
{
    /// <summary>The target namespace, and the one by which the protocol is negotiated (version 1.0).</summary>
    public const string Namespace = "urn:iso:std:iso:15118:-20:ACDP";
}
