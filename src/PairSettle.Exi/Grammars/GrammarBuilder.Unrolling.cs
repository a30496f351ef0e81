using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <remarks>
/// A content model that repeats a group a bounded number of times, or in which an element may be matched by several
/// repetitions of its term, has no counters: its repetitions are written out, and terms that match the same event are
/// joined into one state, as EXI does with duplicate terminals (EXI 1.0, 8.5.4.2.2).
/// </remarks>
internal sealed partial class GrammarBuilder
{
    private const int MaxStates = 65536;

    /// <summary>Builds the grammar of any complex type, with counters where that can be.</summary>
    /// <exception cref="SchemaException">The content model is too large.</exception>
    public static TypeGrammar BuildAny(ComplexType type, SchemaIndex schema)
    {
        try
        {
            return Build(type, schema);
        }
        catch (SchemaException)
        {
            return new GrammarBuilder(type, schema, unrolls: true).BuildUnrolled();
        }
    }

    private TypeGrammar BuildUnrolled()
    {
        var whole = Terms(out var attributes);
        var last = new HashSet<int>(whole.Last);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<int[]>();
        var states = new List<GrammarState>();
        IndexOf([-1]);

        // The state after the last attribute is where undeclared content leads, whether or not a declared event does.
        var content = attributes == 0 ? 0 : IndexOf([attributes - 1]);
        for (var index = 0; index < sets.Count; index++)
        {
            states.Add(State(index, sets[index]));
        }

        return new TypeGrammar(_type.Name, states.ToEquatable(), content);

        int IndexOf(int[] positions)
        {
            var key = string.Join(",", positions);
            if (!found.TryGetValue(key, out var index))
            {
                index = sets.Count < MaxStates ? sets.Count : throw new SchemaException($"the grammar of {_type.Name} has more than {MaxStates} states");
                found.Add(key, index);
                sets.Add(positions);
            }

            return index;
        }

        GrammarState State(int index, int[] positions)
        {
            var next = positions.SelectMany(position => position < 0 ? whole.First : (IEnumerable<int>)_follow[position].Keys)
                .Distinct().OrderBy(position => _terms[position].Ordinal).ThenBy(position => position).ToList();
            var productions = next.SelectMany(position => Matches(position, -1))
                .GroupBy(production => (production.Kind, production.Name))
                .Select(same => same.First() with { Position = -1, Target = IndexOf(same.Select(production => production.Position).OrderBy(position => position).ToArray()) })
                .ToList();
            var admitsAttributes = positions.All(position => position < attributes);
            if (admitsAttributes)
            {
                productions.AddRange(AttributeWildcard(index));
            }

            if (positions.Any(position => position < 0 ? whole.IsNullable : last.Contains(position)))
            {
                productions.Add(new Production { Kind = EventKind.EndElement });
            }

            if (_type.IsMixed && next.All(position => position >= attributes || _terms[position].Attribute is { IsRequired: false }))
            {
                productions.Add(new Production { Kind = EventKind.UntypedCharacters, Target = admitsAttributes ? content : index });
            }

            return new GrammarState { Index = index, AdmitsAttributes = admitsAttributes, Productions = new ProductionSet(Number(productions).ToEquatable()) };
        }
    }

    /// <summary>Writes a repetition out: what must occur one after another, what may occur nested in it.</summary>
    private Fragment Repeat(Func<Fragment> once, int minimum, int maximum)
    {
        var parts = new Fragment[maximum == Particle.Unbounded ? Math.Max(minimum, 1) : Math.Min(maximum, MaxTerms)];
        var ordinal = _ordinal;
        for (var i = 0; i < parts.Length; i++)
        {
            _ordinal = ordinal;
            parts[i] = once();
        }

        if (parts.Length == 0)
        {
            return Fragment.Empty;
        }

        if (maximum == Particle.Unbounded)
        {
            Connect(parts[parts.Length - 1].Last, parts[parts.Length - 1].First, -1);
        }

        Fragment? whole = null;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            whole = whole is null ? parts[i] : Concatenate(parts[i], whole);
            whole = whole with { IsNullable = whole.IsNullable || i >= minimum };
        }

        return whole!;
    }
}
