using System.Security.Cryptography;
using System.Text;

namespace PairSettle.Credentials.Provisioning;

/// <summary>The scheme of ISO 15118-20 for secp521r1: initialization vector, the key encrypted with AES-256-GCM, tag.</summary>
internal sealed class Part20Scheme(Iso20KeyDerivation derivation, Pcid pcid) : ContractKeyScheme
{
    private const int PcidLength = 18;

    // As [V2G20-2492] has it, sixteen hexadecimal digits: an identifier of method 2 (RFC 5280, 4.2.1.2).
    private const int KeyIdentifierLength = 8;

    public override KeyAlgorithm KeyAlgorithm => KeyAlgorithm.EcP521;

    internal override int IvLength => 12;

    private protected override int TagLength => 16;

    private protected override HashAlgorithmName Hash => HashAlgorithmName.SHA512;

    private protected override int CipherKeyLength => 32;

    private protected override ReadOnlySpan<byte> OtherInfo =>
        derivation == Iso20KeyDerivation.ConcatenationAlone ? default : base.OtherInfo;

    internal override ProvisioningFault Bind(Certificate contract, out byte[] associatedData)
    {
        var identifier = contract.SubjectKeyIdentifier;
        if (pcid.Value.Length != PcidLength || identifier.Length != KeyIdentifierLength)
        {
            associatedData = [];
            return ProvisioningFault.IdentifierUnsuitable;
        }

        associatedData = Encoding.ASCII.GetBytes(pcid.Value + Convert.ToHexString(identifier.Span));
        return ProvisioningFault.None;
    }

    private protected override void EncryptInto(Span<byte> encrypted, byte[] key, ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> associatedData)
    {
        using var gcm = new AesGcm(key, TagLength);
        gcm.Encrypt(encrypted[..IvLength], scalar, encrypted[IvLength..^TagLength], encrypted[^TagLength..], associatedData);
    }

    private protected override bool TryDecryptInto(Span<byte> scalar, byte[] key, ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> associatedData)
    {
        try
        {
            using var gcm = new AesGcm(key, TagLength);
            gcm.Decrypt(encrypted[..IvLength], encrypted[IvLength..^TagLength], encrypted[^TagLength..], scalar, associatedData);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
