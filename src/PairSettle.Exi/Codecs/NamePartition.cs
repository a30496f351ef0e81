namespace PairSettle.Exi.Codecs;

/// <summary>The local names of one namespace in a stream: those that the schema declares, then those that came (EXI 1.0, D.3).</summary>
internal sealed class NamePartition(ExiNamespaceNames declared)
{
    private readonly ExiNamespaceNames _declared = declared;
    private List<AnyName>? _added;

    public string Namespace => _declared.Namespace;

    public int Count => _declared.LocalNames.Count + (_added?.Count ?? 0);

    public string this[int number] => number < _declared.LocalNames.Count
        ? _declared.LocalNames[number]
        : _added![number - _declared.LocalNames.Count].Name.LocalName;

    /// <summary>The number of a name that the schema declares, or -1.</summary>
    public static int FindDeclared(ExiNamespaceNames declared, string localName) =>
        Math.Max(-1, declared.LocalNames.Span.BinarySearch(localName, StringComparer.Ordinal));

    /// <summary>Gives a name that came the next number.</summary>
    public void Add(AnyName name)
    {
        name.Number = Count;
        (_added ??= []).Add(name);
    }
}
