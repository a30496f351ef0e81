using System.Xml.Schema;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>A term of a content model in the simplest form that has the same grammar.</summary>
/// <param name="Minimum">How often it must occur.</param>
/// <param name="Maximum">How often it may occur; <see cref="int.MaxValue"/> for any number.</param>
internal abstract record Term(int Minimum, int Maximum)
{
    /// <summary>Whether it occurs exactly once.</summary>
    public bool IsOnce => this is { Minimum: 1, Maximum: 1 };

    /// <summary>Simplifies a particle; null where nothing can occur.</summary>
    public static Term? Of(XmlSchemaParticle? particle)
    {
        if (particle is null or { MaxOccurs: 0 })
        {
            return null;
        }

        var (minimum, maximum) = (Bound(particle.MinOccurs), Bound(particle.MaxOccurs));
        return particle switch
        {
            XmlSchemaElement or XmlSchemaAny or XmlSchemaAll => new Leaf(particle, minimum, maximum),
            XmlSchemaChoice choice => Choice(choice, minimum, maximum),
            XmlSchemaSequence sequence => Sequence(sequence.Items.OfType<XmlSchemaParticle>().Select(Of).OfType<Term>(), minimum, maximum),
            XmlSchemaGroupRef { Particle: { } group } => Of(group) is { } term ? Sequence([term], minimum, maximum) : null,
            _ => null,
        };
    }

    private static Term? Sequence(IEnumerable<Term> terms, int minimum, int maximum)
    {
        var items = terms.SelectMany(term => term is Group { IsChoice: false, IsOnce: true } inner ? inner.Items : [term]).ToList();
        return items switch
        {
            [] => null,
            [var only] when minimum == 1 && maximum == 1 => only,
            [{ IsOnce: true } only] when only is Group || IsSimplyRepeated(minimum, maximum) => only with { Minimum = minimum, Maximum = maximum },
            _ => new Group(false, items, minimum, maximum),
        };
    }

    private static Term? Choice(XmlSchemaChoice choice, int minimum, int maximum)
    {
        var items = new List<Term>();
        foreach (var particle in choice.Items.OfType<XmlSchemaParticle>().Where(particle => particle.MaxOccurs > 0))
        {
            var term = Of(particle);
            if (term is null or { Minimum: 0 })
            {
                // A branch that may be empty makes the whole choice optional, and no more.
                minimum = 0;
                term = term is null ? null : term with { Minimum = 1 };
            }

            items.AddRange(term is Group { IsChoice: true, IsOnce: true } inner ? inner.Items : term is null ? [] : [term]);
        }

        return items switch
        {
            [] => null,
            [var only] when minimum == 1 && maximum == 1 => only,
            [{ IsOnce: true } only] when only is Group || IsSimplyRepeated(minimum, maximum) => only with { Minimum = minimum, Maximum = maximum },
            _ => new Group(true, items, minimum, maximum),
        };
    }

    private static bool IsSimplyRepeated(int minimum, int maximum) => minimum <= 1 && maximum is 1 or int.MaxValue;

    private static int Bound(decimal occurs) => occurs >= int.MaxValue ? int.MaxValue : (int)occurs;
}

/// <summary>An element, a wildcard, or a group of elements in any order.</summary>
internal sealed record Leaf(XmlSchemaParticle Particle, int Minimum, int Maximum) : Term(Minimum, Maximum);

/// <summary>A sequence or a choice of several terms.</summary>
internal sealed record Group(bool IsChoice, IReadOnlyList<Term> Items, int Minimum, int Maximum) : Term(Minimum, Maximum);
