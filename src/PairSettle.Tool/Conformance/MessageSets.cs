using System.Globalization;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Din70121;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Conformance;

/// <summary>Finds the codec of a message set by the names under which vectors and people know it.</summary>
internal static class MessageSets
{
    /// <summary>
    /// A message set: the short name, the namespace that peers agree on, where vector files keep its schema, and its codec.
    /// </summary>
    public sealed record MessageSet(string Name, string Namespace, string SchemaFile, ExiCodec Codec);

    /// <summary>The sets that vectors may name.</summary>
    public static IReadOnlyList<MessageSet> All { get; } =
    [
        new("appprotocol", AppProtocolSchema.Namespace, "appprotocol/V2G_CI_AppProtocol.xsd", AppProtocolSchema.Codec),
        new("iso2", Iso2Schema.MsgDef, "iso2/V2G_CI_MsgDef.xsd", Iso2Schema.Codec),
        new("xmldsig", XmlDsigSchema.Namespace, "xmldsig/xmldsig-core-schema.xsd", XmlDsigSchema.Codec),
        new("din", DinSchema.MsgDef, "din/V2G_CI_MsgDef.xsd", DinSchema.Codec),
        new("iso20cm", CommonMessagesSchema.Namespace, "iso20/V2G_CI_CommonMessages.xsd", CommonMessagesSchema.Codec),
        new("iso20ac", AcSchema.Namespace, "iso20/V2G_CI_AC.xsd", AcSchema.Codec),
        new("iso20dc", DcSchema.Namespace, "iso20/V2G_CI_DC.xsd", DcSchema.Codec),
        new("iso20wpt", WptSchema.Namespace, "iso20/V2G_CI_WPT.xsd", WptSchema.Codec),
        new("iso20acdp", AcdpSchema.Namespace, "iso20/V2G_CI_ACDP.xsd", AcdpSchema.Codec),
    ];

    /// <summary>The set with the given short name, namespace, or path of its schema document.</summary>
    public static MessageSet? Find(string name) =>
        All.FirstOrDefault(set => set.Name == name || set.Namespace == name || name.EndsWith(set.SchemaFile, StringComparison.Ordinal))
        // The vectors of a set may name any schema document of its folder.
        ?? All.FirstOrDefault(set => name.StartsWith(set.Name + "/", StringComparison.Ordinal));

    /// <summary>
    /// The set of a recorded V2GTP frame. Payload type 0x8001 carries three sets, so the message's recorded name decides:
    /// a schema type's name or the prefix "-2:" is ISO 15118-2, "SAP:" or a supportedAppProtocol message the handshake,
    /// a bare DIN-style name DIN 70121.
    /// </summary>
    public static MessageSet? OfFrame(string? payloadType, string message)
    {
        var name = message switch
        {
            _ when message.Contains("upportedAppProtocol", StringComparison.Ordinal) => "appprotocol",
            _ when message.StartsWith("-2:", StringComparison.Ordinal) => "iso2",
            _ when message.StartsWith("AC:", StringComparison.Ordinal) => "iso20ac",
            _ when message.StartsWith("DC:", StringComparison.Ordinal) => "iso20dc",
            _ when message.StartsWith("CM:", StringComparison.Ordinal) => "iso20cm",
            _ => TypeOf(payloadType) switch
            {
                null => null,
                V2gtpPayloadType.ExiMessage => message.EndsWith("Type", StringComparison.Ordinal) ? "iso2" : "din",
                { } type => PayloadTypes.SetsOf(type) is [var only] ? only : null,
            },
        };

        return name is null ? null : Find(name);
    }

    // As vectors write it: 0x and four digits.
    private static V2gtpPayloadType? TypeOf(string? payloadType) =>
        payloadType is ['0', 'x', ..] && ushort.TryParse(payloadType.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? (V2gtpPayloadType)number
            : null;
}
