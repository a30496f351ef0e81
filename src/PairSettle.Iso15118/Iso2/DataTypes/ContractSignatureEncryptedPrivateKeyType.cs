using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The private key of a contract, encrypted for the vehicle.</summary>
[ExiType("ContractSignatureEncryptedPrivateKeyType", Iso2Schema.MsgDataTypes)]
public sealed partial record ContractSignatureEncryptedPrivateKeyType
{
    /// <summary>
    /// The initialization vector (16 octets), then the key encrypted with AES-128-CBC without padding (32 octets).
    /// </summary>
    [ExiText]
    [ExiLength(0, 48)]
    public required ExiBytes Value { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier(AllowEmpty = true)]
    public required string Id { get; init; }
}
