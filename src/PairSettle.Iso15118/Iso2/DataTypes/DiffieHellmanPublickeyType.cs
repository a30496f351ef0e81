using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// The sender's public key for the key agreement (ECDH on P-256) that encrypts a contract's private key.
/// </summary>
[ExiType("DiffieHellmanPublickeyType", Iso2Schema.MsgDataTypes)]
public sealed partial record DiffieHellmanPublickeyType
{
    /// <summary>The point, uncompressed: 04, then x and y.</summary>
    [ExiText]
    [ExiLength(0, 65)]
    public required ExiBytes Value { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier(AllowEmpty = true)]
    public required string Id { get; init; }
}
