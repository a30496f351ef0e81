using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>One checkpoint with the charger's signature.</summary>
/// <param name="Content">What is signed.</param>
/// <param name="Signature">The signature as r and s of equal length (IEEE P1363): 64, 96 or 132 octets.</param>
public sealed record SignedCheckpoint(Checkpoint Content, ExiBytes Signature)
{
    /// <summary>What the charger's key signs: the hash of the labelled content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="algorithm">The algorithm of the key.</param>
    /// <returns>The hash.</returns>
    public static byte[] HashToSign(Checkpoint content, SignatureAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(content);
        return CryptographicOperations.HashData(algorithm.Hash(), content.GetSigningInput());
    }

    /// <summary>Signs content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="signer">The charger's key.</param>
    /// <returns>The signed content.</returns>
    public static SignedCheckpoint Sign(Checkpoint content, ICredentialSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new(content, ExiBytes.Copy(signer.SignHash(HashToSign(content, signer.Algorithm))));
    }

    /// <summary>Verifies the signature with a certificate, whose chain is another question.</summary>
    /// <param name="certificate">The charger's certificate.</param>
    /// <returns>Whether the certificate's key made the signature.</returns>
    public bool Verify(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.KeyAlgorithm.Signature() is { } algorithm
            && Signature.Length == algorithm.SignatureLength()
            && certificate.VerifyHash(HashToSign(Content, algorithm), Signature.Span);
    }

    /// <summary>The DER encoding.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToDer() => DerObject.Write(
        DerTags.SignedCheckpoint,
        writer =>
        {
            writer.WriteEncodedValue(Content.ToDer());
            writer.WriteOctetString(Signature.Span);
        });

    /// <summary>Reads a signed checkpoint; the signature is not verified.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="signed">The checkpoint.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a signed checkpoint.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out SignedCheckpoint? signed, out RecordError error) =>
        DerObject.TryRead(der, DerTags.SignedCheckpoint, "signedCheckpoint", 4400, Read, static value => value.ToDer(), out signed, out error);

    private static SignedCheckpoint Read(DerReader reader) =>
        Checkpoint.TryDecode(reader.Encoded("content"), out var content, out var error)
            ? new(content, reader.Octets("signature", 64, 132))
            : throw new DerRefusal(error);
}
