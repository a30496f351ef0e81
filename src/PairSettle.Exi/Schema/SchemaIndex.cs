namespace PairSettle.Exi.Schema;

/// <summary>Look-ups in a model: types by identity, elements by name, members of substitution groups.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, ComplexType> _types;
    private readonly Dictionary<QName, GlobalElement> _elements;
    private readonly ILookup<QName, GlobalElement> _members;

    public SchemaIndex(SchemaModel model)
    {
        Model = model;
        _types = model.Types.ToDictionary(type => type.Id, StringComparer.Ordinal);
        _elements = model.Elements.ToDictionary(element => element.Name);
        _members = model.Elements
            .Where(element => element.SubstitutionHead is not null)
            .ToLookup(element => element.SubstitutionHead!.Value);
    }

    public SchemaModel Model { get; }

    public ComplexType? FindType(string? id) => id is not null && _types.TryGetValue(id, out var type) ? type : null;

    public GlobalElement? FindElement(QName name) => _elements.TryGetValue(name, out var element) ? element : null;

    /// <summary>
    /// The elements that may stand where a head is referred to, the head included even where it is abstract, sorted
    /// by name (EXI 1.0, 8.5.4.1.6).
    /// </summary>
    public IReadOnlyList<GlobalElement> SubstitutesOf(GlobalElement head)
    {
        var found = new SortedDictionary<QName, GlobalElement>();
        Collect(head);
        return found.Values.ToList();

        void Collect(GlobalElement element)
        {
            if (found.ContainsKey(element.Name))
            {
                return;
            }

            found.Add(element.Name, element);
            foreach (var member in _members[element.Name])
            {
                Collect(member);
            }
        }
    }

    /// <summary>Whether no instance of the element can stand without naming another type.</summary>
    public bool IsAbstract(TypeReference type) => FindType(type.ComplexType) is { IsAbstract: true };
}
