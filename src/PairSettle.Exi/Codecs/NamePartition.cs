namespace PairSettle.Exi.Codecs;

/// <summary>The local names of one namespace in a stream: those that the schema declares, then those that came (EXI 1.0, D.3).</summary>
internal sealed class NamePartition(ExiNamespaceNames declared)
{
    private readonly ExiNamespaceNames _declared = declared;
    private readonly List<string> _added = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public string Namespace => _declared.Namespace;

    public int Count => _declared.LocalNames.Count + _added.Count;

    public string this[int number] =>
        number < _declared.LocalNames.Count ? _declared.LocalNames[number] : _added[number - _declared.LocalNames.Count];

    /// <summary>The number of a name, or -1.</summary>
    public int Find(string localName)
    {
        var number = _declared.LocalNames.Span.BinarySearch(localName, StringComparer.Ordinal);
        return number >= 0 ? number : _numbers.TryGetValue(localName, out number) ? number : -1;
    }

    public void Add(string localName)
    {
        _numbers.Add(localName, Count);
        _added.Add(localName);
    }
}
