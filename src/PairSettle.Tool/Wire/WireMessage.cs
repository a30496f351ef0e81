using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Tool.Wire;

/// <summary>What a frame or a bare stream turned out to be.</summary>
/// <param name="PayloadType">What the V2GTP header says; null for bare EXI.</param>
/// <param name="Set">The short name of the message set; null where the payload is no EXI.</param>
/// <param name="Name">The request or response, the root of any other document, or the name of the payload type.</param>
/// <param name="SessionId">SessionID of the header in hexadecimal, where there is one.</param>
/// <param name="ResponseCode">What a response answers.</param>
/// <param name="Xml">The XML form.</param>
internal sealed record WireMessage(V2gtpPayloadType? PayloadType, string? Set, string Name, string? SessionId, string? ResponseCode, string Xml);
