using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

[assembly: ExiNamespace(CommonTypesSchema.Namespace, Prefix = "v2gci_ct", AttributesQualified = true,
    OtherNames =
    [
        "descriptionType", "evseNotificationType", "identifierType", "meterIDType", "meterSignatureType",
        "nameType", "numericIDType", "percentValueType", "processingType", "responseCodeType", "sessionIDType",
    ])]

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>
/// What all message sets of ISO 15118-20:2022 import. It has no messages of its own, and so no codec: every set that
/// imports it has one, with event codes of its own.
/// </summary>
public static class CommonTypesSchema
{
    /// <summary>The target namespace.</summary>
    public const string Namespace = "urn:iso:std:iso:15118:-20:CommonTypes";
}
