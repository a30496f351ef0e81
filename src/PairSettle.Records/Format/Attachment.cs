using System.Formats.Asn1;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>Octets that travel with a record outside of its signatures, and that signed content names by hash.</summary>
/// <param name="Kind">What the octets are.</param>
/// <param name="Encoded">The octets, verbatim.</param>
public sealed record Attachment(AttachmentKind Kind, ExiBytes Encoded)
{
    /// <summary>The SHA-256 of the octets.</summary>
    public Digest Hash => Digest.Of(Encoded.Span);

    internal static void Write(AsnWriter writer, Attachment value)
    {
        using (writer.PushSequence())
        {
            writer.WriteEnum(value.Kind);
            writer.WriteOctetString(value.Encoded.Span);
        }
    }

    internal static Attachment Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new Attachment(
            reader.Enumerated<AttachmentKind>("kind"), reader.Octets("encoded", 1, FormatLimits.MaxAttachment));
        reader.End();
        return value;
    }
}
