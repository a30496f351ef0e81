using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Names;

internal sealed partial class NamePartitions
{
    public bool TryFindUri(string uri, out int id) => _initial.UriIds.TryGetValue(uri, out id) || (_added is not null && _added.TryGetValue(uri, out id));

    /// <summary>The entry of a name that the table holds already, or null.</summary>
    public NameEntry? Find(string uri, string localName) =>
        TryFindUri(uri, out var uriId) && this[uriId].TryFind(localName, out var localId) ? this[uriId].Entry(localId) : null;

    /// <summary>Writes a namespace and a local name, and enters them where they are new.</summary>
    public NameEntry WriteName(BitSink sink, string uri, string localName) => WriteLocalName(sink, WriteUri(sink, uri), localName);

    public int WriteUri(BitSink sink, string uri)
    {
        var width = CodeWidth.Of(_uris.Count + 1);
        if (TryFindUri(uri, out var id))
        {
            sink.WriteNBit(id + 1, width);
            return id;
        }

        sink.WriteNBit(0, width);
        Text.Write(sink, uri);
        return Add(uri);
    }

    public NameEntry WriteLocalName(BitSink sink, int uriId, string localName)
    {
        var entry = this[uriId];
        if (entry.TryFind(localName, out var localId))
        {
            sink.WriteUnsigned(0);
            sink.WriteNBit(localId, CodeWidth.Of(entry.Count));
            return entry.Entry(localId);
        }

        Text.Write(sink, localName, 1);
        Count();
        return entry.Add(localName, uriId);
    }

    /// <summary>Writes the prefix of a qualified name. One that is not known yet is declared right after it.</summary>
    public void WritePrefix(BitSink sink, int uriId, string prefix)
    {
        var prefixes = this[uriId].Prefixes;
        sink.WriteNBit(Math.Max(prefixes.IndexOf(prefix), 0), CodeWidth.Of(prefixes.Count));
    }

    /// <summary>Writes the prefix of a namespace declaration.</summary>
    public void WriteDeclaredPrefix(BitSink sink, int uriId, string prefix)
    {
        var prefixes = this[uriId].Prefixes;
        var id = prefixes.IndexOf(prefix);
        sink.WriteNBit(id + 1, CodeWidth.Of(prefixes.Count + 1));
        if (id < 0)
        {
            Text.Write(sink, prefix);
            Count();
            prefixes.Add(prefix);
        }
    }
}
