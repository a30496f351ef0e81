using PairSettle.Exi;
using PairSettle.Iso15118.Din70121;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(DinSchema.MsgDef, Prefix = "v2gci_d")]
[assembly: ExiNamespace(DinSchema.MsgHeader, Prefix = "v2gci_h")]
[assembly: ExiNamespace(DinSchema.MsgBody, Prefix = "v2gci_b")]
[assembly: ExiNamespace(DinSchema.MsgDataTypes, Prefix = "v2gci_t",
    OtherNames =
    [
        "DC_EVErrorCodeType", "DC_EVSEStatusCodeType", "EVRequestedEnergyTransferType", "EVSENotificationType",
        "EVSEProcessingType", "EVSESupportedEnergyTransferType", "PMaxType", "SAIDType", "certificateType",
        "contractIDType", "costKindType", "dHParamsType", "evccIDType", "evseIDType", "faultCodeType",
        "faultMsgType", "genChallengeType", "isolationLevelType", "meterIDType", "meterStatusType",
        "paymentOptionType", "percentValueType", "privateKeyType", "responseCodeType", "rootCertificateIDType",
        "serviceCategoryType", "serviceIDType", "serviceNameType", "serviceScopeType", "sessionIDType",
        "sigMeterReadingType", "tariffDescriptionType", "unitMultiplierType", "unitSymbolType", "valueType",
    ])]

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// The schema of DIN SPEC 70121:2012, by which most combined chargers and vehicles still speak. Unlike in ISO 15118-2,
/// local attributes are unqualified, and most lists have no upper bound.
/// </summary>
[ExiSchema(MsgDef, MsgHeader, MsgBody, MsgDataTypes, XmlDsigSchema.Namespace)]
public static partial class DinSchema
{
    /// <summary>
    /// The namespace of the message itself, and the one by which the protocol is negotiated (version 2.0).
    /// </summary>
    public const string MsgDef = "urn:din:70121:2012:MsgDef";

    /// <summary>The namespace of the message header.</summary>
    public const string MsgHeader = "urn:din:70121:2012:MsgHeader";

    /// <summary>The namespace of requests and responses.</summary>
    public const string MsgBody = "urn:din:70121:2012:MsgBody";

    /// <summary>The namespace of the data types.</summary>
    public const string MsgDataTypes = "urn:din:70121:2012:MsgDataTypes";
}
