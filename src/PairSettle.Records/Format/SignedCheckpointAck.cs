using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>One acknowledgement with the vehicle's signature.</summary>
/// <param name="Content">What is signed.</param>
/// <param name="Signature">The signature as r and s of equal length (IEEE P1363): 64, 96 or 132 octets.</param>
public sealed record SignedCheckpointAck(CheckpointAck Content, ExiBytes Signature)
{
    /// <summary>What the vehicle's key signs: the hash of the labelled content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="algorithm">The algorithm of the key.</param>
    /// <returns>The hash.</returns>
    public static byte[] HashToSign(CheckpointAck content, SignatureAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(content);
        return CryptographicOperations.HashData(algorithm.Hash(), content.GetSigningInput());
    }

    /// <summary>Signs content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="signer">The vehicle's key.</param>
    /// <returns>The signed content.</returns>
    public static SignedCheckpointAck Sign(CheckpointAck content, ICredentialSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new(content, ExiBytes.Copy(signer.SignHash(HashToSign(content, signer.Algorithm))));
    }

    /// <summary>Verifies the signature with a certificate, whose chain is another question.</summary>
    /// <param name="certificate">The vehicle's certificate.</param>
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
        DerTags.SignedCheckpointAck,
        writer =>
        {
            writer.WriteEncodedValue(Content.ToDer());
            writer.WriteOctetString(Signature.Span);
        });

    /// <summary>Reads a signed acknowledgement; the signature is not verified.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="signed">The acknowledgement.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a signed acknowledgement.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out SignedCheckpointAck? signed, out RecordError error) =>
        DerObject.TryRead(der, DerTags.SignedCheckpointAck, "signedCheckpointAck", 4400, Read, static value => value.ToDer(), out signed, out error);

    private static SignedCheckpointAck Read(DerReader reader) =>
        CheckpointAck.TryDecode(reader.Encoded("content"), out var content, out var error)
            ? new(content, reader.Octets("signature", 64, 132))
            : throw new DerRefusal(error);
}
