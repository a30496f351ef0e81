using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>
/// Builds the grammar of a type: one state before the content and one after each term of the content model. Since a
/// valid schema never leaves in doubt which term an element matches, these states are those that EXI's proto-grammars
/// end up with (EXI 1.0, 8.5.4.1 to 8.5.4.3), except that repetitions are counted instead of unrolled.
/// </summary>
internal sealed partial class GrammarBuilder
{
    private const int CounterLoop = -2;
    private const int MaxTerms = 8192;

    private readonly SchemaIndex _schema;
    private readonly ComplexType _type;
    private readonly List<Term> _terms = [];
    private readonly List<SortedDictionary<int, int>> _follow = [];
    private readonly bool _unrolls;
    private int _groups;
    private int _ordinal;

    private GrammarBuilder(ComplexType type, SchemaIndex schema, bool unrolls = false)
    {
        _type = type;
        _schema = schema;
        _unrolls = unrolls;
    }

    /// <summary>Builds the grammar of a complex type.</summary>
    /// <exception cref="SchemaException">The content model is ambiguous or repeats a group a bounded number of times.</exception>
    public static TypeGrammar Build(ComplexType type, SchemaIndex schema) => new GrammarBuilder(type, schema).Build();

    private TypeGrammar Build()
    {
        var whole = Terms(out var attributes);
        var states = new List<GrammarState> { State(-1, whole.First.ToDictionary(p => p, _ => -1), whole.IsNullable, attributes) };
        for (var position = 0; position < _terms.Count; position++)
        {
            states.Add(State(position, _follow[position], whole.Last.Contains(position), attributes));
        }

        return new TypeGrammar(_type.Name, states.ToEquatable(), attributes);
    }

    /// <summary>Lines up the attributes, the text and the particles of the type.</summary>
    private Fragment Terms(out int attributes)
    {
        var whole = Fragment.Empty;
        foreach (var attribute in _type.Attributes.OrderBy(attribute => attribute.Name))
        {
            whole = Concatenate(whole, Single(new Term(attribute.Name, TypeReference.To(attribute.Type), attribute)));
        }

        attributes = _terms.Count;
        if (_type.Text is { } text)
        {
            whole = Concatenate(whole, Single(new Term(_type.Name, TypeReference.To(text), null)));
        }
        else if (_type.Content is { } content)
        {
            whole = Concatenate(whole, Visit(content));
        }

        return whole;
    }

    private GrammarState State(int position, IReadOnlyDictionary<int, int> next, bool mayEnd, int attributes)
    {
        var state = new GrammarState
        {
            Index = position + 1,
            AdmitsAttributes = position < attributes,
            Productions = Number(position, next, mayEnd, attributes),
        };
        if (position < 0 || _terms[position].Particle is not { MaxOccurs: > 1 } particle)
        {
            return state;
        }

        var onlyAgain = next.Where(edge => edge.Value == CounterLoop).ToDictionary(edge => edge.Key, edge => edge.Value);
        var onlyOn = next.Where(edge => edge.Value != CounterLoop).ToDictionary(edge => edge.Key, edge => edge.Value);
        return state with
        {
            Repetition = new Repetition(particle.MinOccurs, particle.MaxOccurs),
            BelowMinimum = particle.MinOccurs > 1 ? Number(position, onlyAgain, false, attributes) : null,
            AtMaximum = particle.MaxOccurs < Particle.Unbounded ? Number(position, onlyOn, mayEnd, attributes) : null,
        };
    }

    /// <summary>Collects the productions of a state and numbers them (EXI 1.0, 8.5.4.3).</summary>
    private ProductionSet Number(int position, IReadOnlyDictionary<int, int> next, bool mayEnd, int attributes)
    {
        var productions = next.OrderBy(edge => edge.Key).SelectMany(edge => Matches(edge.Key, edge.Value)).ToList();
        if (position < attributes)
        {
            productions.AddRange(AttributeWildcard(position + 1));
        }

        if (mayEnd)
        {
            productions.Add(new Production { Kind = EventKind.EndElement });
        }

        // Text may stand anywhere in mixed content once the attributes are through; it leads back to the same place.
        if (_type.IsMixed && next.Keys.All(p => p >= attributes || _terms[p].Attribute is { IsRequired: false }))
        {
            productions.Add(new Production { Kind = EventKind.UntypedCharacters, Target = Math.Max(position, attributes - 1) + 1 });
        }

        var numbered = Number(productions);
        var ambiguous = numbered
            .Where(production => production.Kind is EventKind.StartElement or EventKind.StartElementNamespace or EventKind.StartElementAny)
            .GroupBy(production => (production.Kind, production.Name))
            .FirstOrDefault(same => same.Count() > 1);
        return ambiguous is null
            ? new ProductionSet(numbered.ToEquatable())
            : throw new SchemaException($"the element {ambiguous.Key.Name} can be matched in two ways at the same place");
    }

    /// <summary>Gives codes. The sort is stable: elements keep the schema's order, attributes come sorted by name already.</summary>
    private static List<Production> Number(IEnumerable<Production> productions) =>
        productions.OrderBy(production => production.Kind).Select((production, code) => production with { Code = code }).ToList();

    /// <summary>The productions of an attribute wildcard, which lead back to the state (EXI 1.0, 8.5.4.1.3.2).</summary>
    private IEnumerable<Production> AttributeWildcard(int state) => _type.AttributeWildcard switch
    {
        null => [],
        { Namespaces.Count: 0 } => [new Production { Kind = EventKind.AttributeAny, Target = state }],
        var wildcard => wildcard.Namespaces.Select(
            uri => new Production { Kind = EventKind.AttributeNamespace, Name = new QName(uri, "*"), Target = state }),
    };

    private IEnumerable<Production> Matches(int position, int repeatedGroup)
    {
        var term = _terms[position];
        var production = new Production
        {
            Kind = EventKind.Characters,
            Name = term.Name,
            Type = term.Type,
            Position = position,
            RepeatedGroup = Math.Max(repeatedGroup, -1),
            Target = position + 1,
        };
        if (term.Attribute is not null)
        {
            return [production with { Kind = EventKind.Attribute }];
        }

        return term.Particle switch
        {
            WildcardParticle { Namespaces.Count: 0 } => [production with { Kind = EventKind.StartElementAny }],
            WildcardParticle wildcard => wildcard.Namespaces.Select(
                uri => production with { Kind = EventKind.StartElementNamespace, Name = new QName(uri, "*") }),
            ElementParticle { IsReference: true } when _schema.FindElement(term.Name) is { } head =>
                _schema.SubstitutesOf(head).Select(member => production with
                {
                    Kind = EventKind.StartElement,
                    Name = member.Name,
                    Type = member.Type,
                    IsNillable = member.IsNillable,
                    IsAbstract = member.IsAbstract || _schema.IsAbstract(member.Type),
                }),
            ElementParticle element =>
                [production with { Kind = EventKind.StartElement, IsNillable = element.IsNillable, IsAbstract = _schema.IsAbstract(term.Type) }],
            _ => [production],
        };
    }

    private Fragment Visit(Particle particle) => _unrolls
        ? Repeat(() => Once(particle), particle.MinOccurs, particle.MaxOccurs)
        : Once(particle);

    private Fragment Once(Particle particle)
    {
        switch (particle)
        {
            case ElementParticle element:
                return Single(new Term(element.Name, element.Type, null, element));
            case WildcardParticle wildcard:
                return Single(new Term(new QName(string.Empty, "*"), default, null, wildcard));
            case GroupParticle group:
                return Group(group);
            default:
                throw new SchemaException($"{particle.GetType().Name} is not a particle");
        }
    }

    private Fragment Group(GroupParticle group)
    {
        var number = _groups++;
        if (!_unrolls && (group.MaxOccurs is not (1 or Particle.Unbounded) || group.MinOccurs > 1))
        {
            throw new SchemaException("a group occurs at most once or any number of times; another bound is not supported");
        }

        var content = group.IsChoice ? new Fragment(false, [], []) : Fragment.Empty;
        foreach (var particle in group.Particles)
        {
            var next = Visit(particle);
            content = group.IsChoice ? Unite(content, next) : Concatenate(content, next);
        }

        if (group.IsChoice && group.Particles.Count == 0)
        {
            content = Fragment.Empty;
        }

        if (_unrolls)
        {
            return content;
        }

        if (group.MaxOccurs > 1)
        {
            Connect(content.Last, content.First, number);
        }

        return content with { IsNullable = content.IsNullable || group.MinOccurs == 0 };
    }

    private Fragment Single(Term term)
    {
        var position = _terms.Count;
        if (position >= MaxTerms)
        {
            throw new SchemaException($"the content of {_type.Name} has more than {MaxTerms} terms when its repetitions are written out");
        }

        _terms.Add(term with { Ordinal = _ordinal++ });
        _follow.Add([]);
        var isOptional = term.Attribute is { IsRequired: false } || !_unrolls && term.Particle is { MinOccurs: 0 };
        var fragment = new Fragment(isOptional, [position], [position]);
        if (!_unrolls && term.Particle is { MaxOccurs: > 1 })
        {
            Connect(fragment.Last, fragment.First, CounterLoop);
        }

        return fragment;
    }

    private Fragment Concatenate(Fragment left, Fragment right)
    {
        Connect(left.Last, right.First, -1);
        return new Fragment(
            left.IsNullable && right.IsNullable,
            left.IsNullable ? [.. left.First, .. right.First] : left.First,
            right.IsNullable ? [.. left.Last, .. right.Last] : right.Last);
    }

    private static Fragment Unite(Fragment left, Fragment right) =>
        new(left.IsNullable || right.IsNullable, [.. left.First, .. right.First], [.. left.Last, .. right.Last]);

    private void Connect(IEnumerable<int> from, int[] to, int repeatedGroup)
    {
        foreach (var source in from)
        {
            foreach (var target in to)
            {
                if (_follow[source].ContainsKey(target))
                {
                    if (_unrolls)
                    {
                        continue;
                    }

                    throw new SchemaException($"the element {_terms[target].Name} repeats in two ways at the same place");
                }

                _follow[source].Add(target, repeatedGroup);
            }
        }
    }

    /// <summary>A term at one position. Its ordinal is its place in the schema, which the copies of a repetition share.</summary>
    private sealed record Term(QName Name, TypeReference Type, AttributeUse? Attribute, Particle? Particle = null, int Ordinal = 0);

    /// <summary>A part of the content model: whether it may be absent, and the positions it may begin and end with.</summary>
    private sealed record Fragment(bool IsNullable, int[] First, int[] Last)
    {
        public static Fragment Empty { get; } = new(true, [], []);
    }
}
