using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Neighbouring elements of small numbers, enumerations and truth values whose places do not depend on their values, and
/// possibly one integer after them. They fit into one load of the reader, and into one number of the writer.
/// </summary>
internal sealed class FixedRun
{
    /// <summary>The bits that a load of the reader holds at any position.</summary>
    private const int LoadedBits = 57;

    private FixedRun(IReadOnlyList<Field> fields, Layout.Term? tail, int bits, bool endsType)
    {
        Fields = fields;
        Tail = tail;
        Bits = bits;
        EndsType = endsType;
    }

    /// <summary>The elements of constant size, in their order.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The integer that ends the run, or null.</summary>
    public Layout.Term? Tail { get; }

    /// <summary>The bits of the fields and of all event codes, up to the value of the tail.</summary>
    public int Bits { get; }

    /// <summary>Whether the end tag of the type follows, and belongs to the run.</summary>
    public bool EndsType { get; }

    /// <summary>The end tags after the tail.</summary>
    public int TailEnds => EndsType ? 2 : 1;

    public Layout.Term Last => Tail ?? Fields[Fields.Count - 1].Term;

    public IEnumerable<Layout.Term> Terms => Fields.Select(entry => entry.Term).Concat(Tail is null ? Array.Empty<Layout.Term>() : [Tail]);

    /// <summary>The bits that must be zero, because they are event codes.</summary>
    public ulong Codes => Fields.Aggregate(ulong.MaxValue >> (64 - Bits), (codes, entry) => codes & ~(entry.Mask << entry.Shift));

    /// <summary>Finds the longest run that begins with a term.</summary>
    /// <param name="layout">The terms of the type.</param>
    /// <param name="labels">The blocks that are jumped to; a run is entered at its start only.</param>
    /// <param name="first">The position of the term.</param>
    /// <param name="zeros">The bits of event codes that are due before it.</param>
    /// <returns>The run, or null where the term stands alone.</returns>
    public static FixedRun? Find(Layout layout, ISet<string> labels, int first, int zeros)
    {
        // A characters event before each value; its end tag after it, and the next start tag.
        var fields = new List<(Layout.Term Term, int Width, int End)>();
        var bits = zeros;
        Layout.Term? tail = null;
        for (var position = first; position < layout.Terms.Count; position++)
        {
            var term = layout.Terms[position];
            if (position > first)
            {
                if (!FollowsAlways(layout, labels, term))
                {
                    break;
                }

                bits++;
            }

            if (IsPlain(term) && Representations.FixedWidth(term.Member.Simple!) is { } width && bits + 1 + width + 1 <= LoadedBits)
            {
                bits += 1 + width + 1;
                fields.Add((term, width, bits - 1));
                continue;
            }

            if (fields.Count > 0 && IsPlain(term) && BitsOfInteger(term.Member) is { } most && bits + 1 + most + 2 <= LoadedBits)
            {
                tail = term;
                bits++;
            }
            else if (position > first)
            {
                // The start tag belongs to what follows the run.
                bits--;
            }

            break;
        }

        if (fields.Count + (tail is null ? 0 : 1) < 2)
        {
            return null;
        }

        var endsType = EndsAlways(layout, tail ?? fields[fields.Count - 1].Term) && bits < LoadedBits;
        if (endsType && tail is null)
        {
            bits++;
        }

        return new FixedRun(fields.Select(field => new Field(field.Term, field.Width, bits - field.End)).ToList(), tail, bits, endsType);
    }

    /// <summary>Whether the term is there whenever the one before it is, in the same record.</summary>
    private static bool FollowsAlways(Layout layout, ISet<string> labels, Layout.Term term)
    {
        var state = layout.Plan.Grammar.States[term.Position];
        return state is { Repetition: null, AtMaximum: null, BelowMinimum: null, Productions.Count: 1 }
            && state.Productions.Productions[0] is { Kind: EventKind.StartElement, IsAbstract: false, RepeatedGroup: < 0 } production
            && production.Position == term.Position
            && layout.Terms[term.Position - 1].Group == term.Group
            && !labels.Contains(term.Label);
    }

    /// <summary>Whether nothing but the end tag of the type can follow a term.</summary>
    private static bool EndsAlways(Layout layout, Layout.Term term) =>
        term.Path.All(group => group.Record is null)
        && layout.Plan.Grammar.States[term.Position + 1] is { Repetition: null, AtMaximum: null, BelowMinimum: null, Productions.Count: 1 } state
        && state.Productions.Productions[0].Kind == EventKind.EndElement
        && term.Position == layout.Terms.Count - 1;

    private static bool IsPlain(Layout.Term term) =>
        term is { Leaf: not null, HasSubstitutes: false, Member: { Kind: MemberKind.Element, IsList: false, IsNullable: false, Simple: not null } }
        && !DatatypeSnippets.IsNeeded(term.Member);

    /// <summary>The most bits of an integer of varying size, or null for other types and for integers without bounds.</summary>
    private static int? BitsOfInteger(MemberShape member)
    {
        if (member.Value.Kind == ValueKind.BigInteger || member.Simple is not { Kind: DatatypeKind.Integer, Maximum: { } maximum } type)
        {
            return null;
        }

        var isSigned = Representations.OfInteger(type) == IntegerRepresentation.Signed;
        if (isSigned && type.Minimum is null)
        {
            return null;
        }

        var largest = isSigned && -type.Minimum!.Value > maximum ? -type.Minimum.Value : maximum;
        var octets = 1;
        for (; largest >= 0x80; largest >>= 7)
        {
            octets++;
        }

        return (isSigned ? 1 : 0) + (octets * 8);
    }

    /// <summary>An element of a run.</summary>
    /// <param name="Term">The element.</param>
    /// <param name="Width">The bits of its value.</param>
    /// <param name="Shift">The bits of the run after the value.</param>
    internal sealed record Field(Layout.Term Term, int Width, int Shift)
    {
        public ulong Mask => (1UL << Width) - 1;

        /// <summary>Whether some numbers of so many bits stand for no value.</summary>
        public bool HasGaps => Largest < Mask;

        /// <summary>Whether a value of the C# type may be none of the schema's.</summary>
        public bool MayExceed => HasGaps || Term.Member.Simple!.Kind switch
        {
            // A C# enumeration holds any number, even where every code of the schema's stands for a value.
            DatatypeKind.Enumeration => true,
            DatatypeKind.Integer => Width < 8 || Term.Member.Value.Kind is not (ValueKind.Byte or ValueKind.SByte),
            _ => false,
        };

        /// <summary>The largest number that stands for a value.</summary>
        public ulong Largest => Term.Member.Simple! switch
        {
            { Kind: DatatypeKind.Boolean } => 1,
            { Kind: DatatypeKind.Enumeration } enumeration => (ulong)enumeration.Literals.Count - 1,
            var integer => (ulong)(integer.Maximum!.Value - integer.Minimum!.Value),
        };
    }
}
