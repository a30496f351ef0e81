using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Turns the sensitive fields of a party into commitments and the disclosures that open them.</summary>
internal static class DisclosureFields
{
    public static void Validate(ExiList<DisclosedField> fields)
    {
        var seen = new HashSet<SensitiveField>();
        foreach (var field in fields)
        {
            if (!seen.Add(field.Field) || field.Value.Length > 256)
            {
                throw new ArgumentException("A sensitive field stands once, with at most 256 characters.", nameof(fields));
            }
        }
    }

    public static int SaltOctets(ExiList<DisclosedField> fields) => fields.Count * FormatLimits.SaltLength;

    /// <summary>The disclosures in ascending order of fields; each takes its salt from the octets.</summary>
    public static ExiList<Disclosure> Open(ExiList<DisclosedField> fields, Digest context, ReadOnlySpan<byte> salts)
    {
        var opened = new List<Disclosure>();
        foreach (var field in fields)
        {
            opened.Add(new()
            {
                Field = field.Field,
                Context = context,
                Salt = ExiBytes.Copy(salts.Slice(opened.Count * FormatLimits.SaltLength, FormatLimits.SaltLength)),
                Value = field.Value,
            });
        }

        return ExiList.Create<Disclosure>([.. opened.OrderBy(disclosure => disclosure.Field)]);
    }

    public static ExiList<Commitment> Commit(ExiList<Disclosure> disclosures) =>
        ExiList.Create<Commitment>([.. ((IEnumerable<Disclosure>)disclosures).Select(disclosure => disclosure.ToCommitment())]);
}
