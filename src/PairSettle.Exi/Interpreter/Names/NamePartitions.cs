using System.Runtime.InteropServices;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Names;

/// <summary>The namespaces, local names and prefixes of one stream (EXI 1.0, 7.3.1 and 7.3.2).</summary>
internal sealed partial class NamePartitions
{
    private readonly InitialNames _initial;
    private readonly ExiLimits _limits;
    private readonly List<UriEntry?> _uris;
    private Dictionary<string, int>? _added;
    private int _entries;

    public NamePartitions(InitialNames initial, ExiLimits limits)
    {
        _initial = initial;
        _limits = limits;
        _uris = new List<UriEntry?>(initial.Uris.Length + 1);
        CollectionsMarshal.SetCount(_uris, initial.Uris.Length);
        CollectionsMarshal.AsSpan(_uris).Clear();
    }

    public InitialNames Initial => _initial;

    /// <summary>The entry of a name that the initial table holds.</summary>
    public NameEntry EntryOf(ExpandedName name) => this[name.UriId].Entry(name.LocalId);

    /// <summary>The prefixes that are known for a namespace.</summary>
    public IReadOnlyList<string> PrefixesOf(int uriId) => this[uriId].Prefixes;

    public string UriOf(int uriId) => this[uriId].Uri;

    /// <summary>A namespace. Those of the initial table are taken in when they are first met.</summary>
    private UriEntry this[int uriId] => _uris[uriId] ??= new UriEntry(_initial.Uris[uriId].Uri, _initial.Uris[uriId]);

    private int Add(string uri)
    {
        Count();
        (_added ??= new(StringComparer.Ordinal)).Add(uri, _uris.Count);
        _uris.Add(new UriEntry(uri, null));
        return _uris.Count - 1;
    }

    private void Count()
    {
        if (++_entries > _limits.MaxTableEntries)
        {
            throw new ExiFaultException(ExiFault.TableTooLarge, -1);
        }
    }

    private sealed class UriEntry(string uri, InitialUri? initial)
    {
        private static readonly Dictionary<string, int> s_none = [];

        private List<NameEntry>? _names;
        private NameEntry?[]? _initialNames;
        private List<string>? _prefixes;
        private Dictionary<string, int>? _added;

        public string Uri { get; } = uri;

        public int Count => (_names?.Count ?? 0) + (initial?.Names.Length ?? 0);

        public List<string> Prefixes => _prefixes ??= initial?.Prefix is { } prefix ? [prefix] : [];

        /// <summary>The entry of a name. Those of the initial table are made when they are first met.</summary>
        public NameEntry Entry(int localId)
        {
            if (initial is null || localId >= initial.Names.Length)
            {
                return _names![localId - (initial?.Names.Length ?? 0)];
            }

            _initialNames ??= new NameEntry?[initial.Names.Length];
            return _initialNames[localId] ??= new NameEntry(initial.Names[localId]);
        }

        public bool TryFind(string localName, out int localId) =>
            initial is not null && initial.LocalIds.TryGetValue(localName, out localId)
            || (_added ?? s_none).TryGetValue(localName, out localId);

        public NameEntry Add(string localName, int uriId)
        {
            var entry = new NameEntry(new ExpandedName(Uri, localName, uriId, Count));
            _ = (_added ??= new(StringComparer.Ordinal)).TryAdd(localName, Count);
            (_names ??= []).Add(entry);
            return entry;
        }
    }
}
