using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(Iso2Schema.MsgDef, Prefix = "v2gci_d", AttributesQualified = true)]
[assembly: ExiNamespace(Iso2Schema.MsgHeader, Prefix = "v2gci_h", AttributesQualified = true)]
[assembly: ExiNamespace(Iso2Schema.MsgBody, Prefix = "v2gci_b", AttributesQualified = true)]
[assembly: ExiNamespace(Iso2Schema.MsgDataTypes, Prefix = "v2gci_t", AttributesQualified = true,
    OtherNames =
    [
        "DC_EVErrorCodeType", "DC_EVSEStatusCodeType", "EVSENotificationType", "EVSEProcessingType",
        "EnergyTransferModeType", "SAIDType", "certificateType", "chargeProgressType", "chargingSessionType",
        "costKindType", "dHpublickeyType", "eMAIDType", "evccIDType", "evseIDType", "faultCodeType", "faultMsgType",
        "genChallengeType", "isolationLevelType", "maxNumPhasesType", "meterIDType", "meterStatusType",
        "paymentOptionType", "percentValueType", "privateKeyType", "responseCodeType", "serviceCategoryType",
        "serviceIDType", "serviceNameType", "serviceScopeType", "sessionIDType", "sigMeterReadingType",
        "tariffDescriptionType", "unitMultiplierType", "unitSymbolType", "valueType",
    ])]

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// The schema of ISO 15118-2:2013. Local attributes belong to the namespace of the type that declares them, so the
/// <c>Id</c> of a signed element is qualified; a digest over an unqualified one does not match.
/// </summary>
[ExiSchema(MsgDef, MsgHeader, MsgBody, MsgDataTypes, XmlDsigSchema.Namespace)]
public static partial class Iso2Schema
{
    /// <summary>
    /// The namespace of the message itself, and the one by which the protocol is negotiated (version 2.0).
    /// </summary>
    public const string MsgDef = "urn:iso:15118:2:2013:MsgDef";

    /// <summary>The namespace of the message header.</summary>
    public const string MsgHeader = "urn:iso:15118:2:2013:MsgHeader";

    /// <summary>The namespace of requests and responses.</summary>
    public const string MsgBody = "urn:iso:15118:2:2013:MsgBody";

    /// <summary>The namespace of the data types.</summary>
    public const string MsgDataTypes = "urn:iso:15118:2:2013:MsgDataTypes";
}
