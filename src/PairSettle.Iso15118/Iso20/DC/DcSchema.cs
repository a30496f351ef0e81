using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(DcSchema.Namespace, Prefix = "v2gci_dc", AttributesQualified = true)]

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>
/// The messages of ISO 15118-20:2022 for DC, in one direction or both. They travel as V2GTP payload type <see
/// cref="V2gtpPayloadType.Part20Dc"/>. Each message is a document of its own, under the grammar of this schema and
/// all that it imports.
/// </summary>
[ExiSchema(Namespace, CommonTypesSchema.Namespace, XmlDsigSchema.Namespace)]
public static partial class DcSchema
{
    /// <summary>The target namespace, and the one by which the protocol is negotiated (version 1.0).</summary>
    public const string Namespace = "urn:iso:std:iso:15118:-20:DC";
}
