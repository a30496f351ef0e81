using System.Formats.Asn1;

namespace PairSettle.Records.Format;

/// <summary>A sensitive field as it stands in signed content: only a salted hash.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Hash">The SHA-256 over context, field, salt and value; see <see cref="Disclosure"/>.</param>
public sealed record Commitment(SensitiveField Field, Digest Hash)
{
    internal static void Write(AsnWriter writer, Commitment value)
    {
        using (writer.PushSequence())
        {
            writer.WriteEnum(value.Field);
            writer.WriteDigest(value.Hash);
        }
    }

    internal static Commitment Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new Commitment(reader.Enumerated<SensitiveField>("field"), reader.Digest("hash"));
        reader.End();
        return value;
    }

    /// <summary>Reads a list in ascending order of fields, so that no field has two commitments.</summary>
    internal static Exi.ExiList<Commitment> ReadList(DerReader reader, string name)
    {
        var items = reader.List(name, 0, FormatLimits.MaxCommitments, Read);
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i].Field <= items[i - 1].Field)
            {
                throw reader.Refuse(RecordFault.Duplicate, name);
            }
        }

        return items;
    }
}
