using System.Text.Json;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>A SessionSetupReq that a vehicle sent (EVCCID 007DFA063894), and vector lines made of it.</summary>
internal static class Vectors
{
    public const string SessionSetupReq = "8098004011D01801F7E818E25000";

    public const string Schema = "iso2/V2G_CI_MsgDef.xsd";

    public const string Xml =
        """
        <V2G_Message xmlns="urn:iso:15118:2:2013:MsgDef" xmlns:h="urn:iso:15118:2:2013:MsgHeader" xmlns:b="urn:iso:15118:2:2013:MsgBody">
          <Header><h:SessionID>00</h:SessionID></Header>
          <Body><b:SessionSetupReq><b:EVCCID>007DFA063894</b:EVCCID></b:SessionSetupReq></Body>
        </V2G_Message>
        """;

    /// <summary>A line of <c>conform exi</c>.</summary>
    public static string Line(string id, string hex = SessionSetupReq, string xml = Xml, string schema = Schema, string kind = "document") =>
        JsonSerializer.Serialize(new { id, schema, kind, exi_hex = hex, xml });

    /// <summary>A line of <c>conform roundtrip</c>: a whole V2GTP frame.</summary>
    public static string Frame(string id, string hex = "01FE80010000000E" + SessionSetupReq) =>
        JsonSerializer.Serialize(new { id, frame_hex = hex, payload_type = "0x8001", message = "-2:SessionSetupReq" });

    /// <summary>A line of <c>conform invalid</c>.</summary>
    public static string Invalid(
        string id, string expected, string hex = SessionSetupReq, string schema = Schema, string mutation = "bit-flip", string? note = null, string? xml = null) =>
        JsonSerializer.Serialize(new { id, schema, mutation, note, exi_hex = hex, expected, xml_exificient = xml });

    /// <summary>A line of <c>conform exi</c> of any schema and any option.</summary>
    public static string General(string id, string hex, string xml, string confidence, string options = "default", string? schema = null) =>
        JsonSerializer.Serialize(new { id, schema, kind = "document", options, xml, exi_hex = hex, confidence });
}
