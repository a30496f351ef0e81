using PairSettle.Exi;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>Two messages in which a peer signed different statements for one step: the proof of its dishonesty.</summary>
/// <param name="Kind">What was stated twice.</param>
/// <param name="First">The octets of the message that counts.</param>
/// <param name="Second">The octets of the one that contradicts it.</param>
public sealed record PeerContradiction(PairMessageKind Kind, ExiBytes First, ExiBytes Second);
