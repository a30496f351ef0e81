using System.Formats.Asn1;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>One piece of revocation evidence as one party hands it to the other.</summary>
/// <param name="Kind">What the bytes are.</param>
/// <param name="Encoded">The DER bytes, verbatim.</param>
public sealed record EvidenceItem(EvidenceKind Kind, ExiBytes Encoded)
{
    /// <summary>What signed content calls this evidence: the SHA-256 of its bytes.</summary>
    public Digest Hash => Digest.Of(Encoded.Span);

    internal static void Write(AsnWriter writer, EvidenceItem value)
    {
        using (writer.PushSequence())
        {
            writer.WriteEnum(value.Kind);
            writer.WriteOctetString(value.Encoded.Span);
        }
    }

    internal static EvidenceItem Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new EvidenceItem(
            reader.Enumerated<EvidenceKind>("kind"),
            reader.Octets("encoded", 1, FormatLimits.MaxAttachment));
        reader.End();
        return value;
    }
}
