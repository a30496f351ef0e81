using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Names;

internal sealed partial class NamePartitions
{
    /// <summary>Reads a namespace and a local name.</summary>
    public NameEntry ReadName(BitSource source) => ReadLocalName(source, ReadUri(source));

    public int ReadUri(BitSource source)
    {
        var start = source.BitOffset;
        var id = source.ReadNBit(CodeWidth.Of(_uris.Count + 1));
        if (id > _uris.Count)
        {
            throw new ExiFaultException(ExiFault.UndefinedStringIdentifier, start);
        }

        if (id > 0)
        {
            return id - 1;
        }

        var uri = Text.Read(source);
        return TryFindUri(uri, out var known) ? known : Add(uri);
    }

    public NameEntry ReadLocalName(BitSource source, int uriId)
    {
        var start = source.BitOffset;
        var entry = this[uriId];
        var length = source.ReadLength(source.Limits.MaxStringLength + 1, ExiFault.StringTooLong);
        if (length > 0)
        {
            var localName = Text.Read(source, length - 1);
            Count();
            return entry.Add(localName, uriId);
        }

        var id = source.ReadNBit(CodeWidth.Of(entry.Count));
        return id < entry.Count ? entry.Entry(id) : throw new ExiFaultException(ExiFault.UndefinedStringIdentifier, start);
    }

    /// <summary>Reads the prefix of a qualified name; null where the table has none yet.</summary>
    public string? ReadPrefix(BitSource source, int uriId)
    {
        var prefixes = this[uriId].Prefixes;
        if (prefixes.Count == 0)
        {
            return null;
        }

        var start = source.BitOffset;
        var id = source.ReadNBit(CodeWidth.Of(prefixes.Count));
        return id < prefixes.Count ? prefixes[id] : throw new ExiFaultException(ExiFault.UndefinedStringIdentifier, start);
    }

    /// <summary>Reads the prefix of a namespace declaration.</summary>
    public string ReadDeclaredPrefix(BitSource source, int uriId)
    {
        var start = source.BitOffset;
        var prefixes = this[uriId].Prefixes;
        var id = source.ReadNBit(CodeWidth.Of(prefixes.Count + 1));
        if (id > prefixes.Count)
        {
            throw new ExiFaultException(ExiFault.UndefinedStringIdentifier, start);
        }

        if (id > 0)
        {
            return prefixes[id - 1];
        }

        var prefix = Text.Read(source);
        if (prefix.Length > 0 && !XmlNames.IsNCName(prefix))
        {
            throw new ExiFaultException(ExiFault.InvalidCharacter, start);
        }

        Count();
        prefixes.Add(prefix);
        return prefix;
    }
}
