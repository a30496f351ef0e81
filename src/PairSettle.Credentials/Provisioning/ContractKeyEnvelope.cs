namespace PairSettle.Credentials.Provisioning;

/// <summary>A contract's private key on its way to the vehicle, as the two fields of the provisioning response that hold it.</summary>
/// <param name="SenderPublicKey">The sender's public key for this delivery alone (<c>DHpublickey</c>, <c>DHPublicKey</c>).</param>
/// <param name="EncryptedPrivateKey">The encrypted private key (<c>ContractSignatureEncryptedPrivateKey</c>, <c>SECP521_EncryptedPrivateKey</c>).</param>
public sealed record ContractKeyEnvelope(ReadOnlyMemory<byte> SenderPublicKey, ReadOnlyMemory<byte> EncryptedPrivateKey)
{
    /// <inheritdoc/>
    public bool Equals(ContractKeyEnvelope? other) =>
        other is not null
        && SenderPublicKey.Span.SequenceEqual(other.SenderPublicKey.Span)
        && EncryptedPrivateKey.Span.SequenceEqual(other.EncryptedPrivateKey.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(SenderPublicKey.Span);
        hash.AddBytes(EncryptedPrivateKey.Span);
        return hash.ToHashCode();
    }
}
