using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Din70121;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Tests.Shared;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Reads the lines of third-party corpora (their formats are described where they lie).</summary>
internal static class Corpus
{
    public static IEnumerable<JsonElement> Lines(string relative)
    {
        foreach (var line in File.ReadLines(SharedData.PathOf(relative)!))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    public static string? Text(this JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool HasTag(this JsonElement line, string tag) =>
        line.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
        && tags.EnumerateArray().Any(value => value.GetString() == tag);

    /// <summary>The codec of a schema document or a namespace; null where it is not one of those in scope.</summary>
    public static ExiCodec? CodecOf(string? schema) => schema switch
    {
        "appprotocol/V2G_CI_AppProtocol.xsd" or AppProtocolSchema.Namespace => AppProtocolSchema.Codec,
        "din/V2G_CI_MsgBody.xsd" or "din/V2G_CI_MsgDef.xsd" or DinSchema.MsgDef => DinSchema.Codec,
        "iso2/V2G_CI_MsgDef.xsd" or Iso2Schema.MsgDef => Iso2Schema.Codec,
        "xmldsig/xmldsig-core-schema.xsd" or XmlDsigSchema.Namespace => XmlDsigSchema.Codec,
        _ => null,
    };
}
