using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>What ties the signed offer to the connection on which it was made.</summary>
/// <param name="Type">The registered name of the binding, such as <c>tls-server-end-point</c> (RFC 5929), or <c>none</c>.</param>
/// <param name="Value">The binding, at most 64 octets; empty for <c>none</c>.</param>
public sealed record ChannelBinding(string Type, ExiBytes Value)
{
    /// <summary>No binding.</summary>
    public static ChannelBinding None { get; } = new("none", default);
}
