using System.Collections.Frozen;

namespace PairSettle.Exi.Interpreter.Names;

/// <summary>A namespace of the initial string table with its local names.</summary>
internal sealed class InitialUri
{
    public InitialUri(string uri, int id, IEnumerable<string> localNames)
    {
        Uri = uri;
        Id = id;
        Names = localNames.Select((local, localId) => new ExpandedName(uri, local, id, localId)).ToArray();
        LocalIds = Names.ToFrozenDictionary(name => name.LocalName, name => name.LocalId, StringComparer.Ordinal);
        Prefix = id switch
        {
            0 => string.Empty,
            ExpandedName.XmlUriId => "xml",
            ExpandedName.XsiUriId => "xsi",
            _ => null,
        };
    }

    public string Uri { get; }

    public int Id { get; }

    public ExpandedName[] Names { get; }

    public FrozenDictionary<string, int> LocalIds { get; }

    /// <summary>The prefix that the table begins with, or null.</summary>
    public string? Prefix { get; }
}
