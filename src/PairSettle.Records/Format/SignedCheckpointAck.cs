using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>One acknowledgement with the vehicle's signature.</summary>
/// <param name="Content">What is signed.</param>
/// <param name="Signature">The signature as r and s of equal length (IEEE P1363): 64, 96 or 132 octets.</param>
public sealed record SignedCheckpointAck(CheckpointAck Content, ExiBytes Signature)
{
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
