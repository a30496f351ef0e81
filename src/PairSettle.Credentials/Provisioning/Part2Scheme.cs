using System.Security.Cryptography;

namespace PairSettle.Credentials.Provisioning;

/// <summary>The scheme of ISO 15118-2: initialization vector, then the key encrypted with AES-128-CBC, which authenticates nothing.</summary>
internal sealed class Part2Scheme : ContractKeyScheme
{
    public override KeyAlgorithm KeyAlgorithm => KeyAlgorithm.EcP256;

    internal override int IvLength => 16;

    private protected override int TagLength => 0;

    private protected override HashAlgorithmName Hash => HashAlgorithmName.SHA256;

    private protected override int CipherKeyLength => 16;

    private protected override void EncryptInto(Span<byte> encrypted, byte[] key, ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> associatedData)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.EncryptCbc(scalar, encrypted[..IvLength], encrypted[IvLength..], PaddingMode.None);
    }

    private protected override bool TryDecryptInto(Span<byte> scalar, byte[] key, ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> associatedData)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.DecryptCbc(encrypted[IvLength..], encrypted[..IvLength], scalar, PaddingMode.None);
        return true;
    }
}
