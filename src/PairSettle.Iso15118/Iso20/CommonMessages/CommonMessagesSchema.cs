using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(CommonMessagesSchema.Namespace, Prefix = "v2gci_cm", AttributesQualified = true,
    OtherNames =
    [
        "authorizationType", "certificateType", "channelSelectionType", "chargeProgressType", "chargingSessionType",
        "currencyType", "dhPublicKeyType", "ecdhCurveType", "evCheckInStatusType", "evCheckOutStatusType",
        "evseCheckOutStatusType", "genChallengeType", "languageType", "maxSupportingPointsScheduleTupleType",
        "parkingMethodType", "powerToleranceAcceptanceType", "secp521_EncryptedPrivateKeyType", "serviceIDType",
        "tpm_EncryptedPrivateKeyType", "x448_EncryptedPrivateKeyType",
    ])]

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// The messages of ISO 15118-20:2022 that all energy transfer modes share, from the set-up of a session to its end.
/// They travel as V2GTP payload type <see cref="V2gtpPayloadType.Part20Main"/>. Each message is a document of its
/// own, under the grammar of this schema and all that it imports.
/// </summary>
[ExiSchema(Namespace, CommonTypesSchema.Namespace, XmlDsigSchema.Namespace)]
public static partial class CommonMessagesSchema
{
    /// <summary>
    /// The target namespace. It is never negotiated: supportedAppProtocol names the set of an energy transfer mode.
    /// </summary>
    public const string Namespace = "urn:iso:std:iso:15118:-20:CommonMessages";
}
