using PairSettle.Exi.Interpreter.Names;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>The namespaces that prefixes stand for, by the depth of the element that declares them.</summary>
internal sealed class NamespaceScopes
{
    private readonly List<(int Depth, string Prefix, string Uri)> _declared = [];

    public void Declare(int depth, string prefix, string uri) => _declared.Add((depth, prefix, uri));

    /// <summary>Whether an element declares a prefix itself.</summary>
    public bool Declares(int depth, string prefix) => _declared.FindLastIndex(one => one.Depth == depth && one.Prefix == prefix) >= 0;

    public void Leave(int depth)
    {
        while (_declared.Count > 0 && _declared[^1].Depth >= depth)
        {
            _declared.RemoveAt(_declared.Count - 1);
        }
    }

    /// <summary>The namespace of a prefix, or null.</summary>
    public string? Find(string prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix == prefix)
            {
                return _declared[i].Uri;
            }
        }

        return prefix switch
        {
            "" => string.Empty,
            "xml" => InitialNames.Xml,
            _ => null,
        };
    }

    /// <summary>A prefix that stands for a namespace, or null. The empty prefix only counts where it may be used.</summary>
    public string? PrefixOf(string uri, bool mayBeEmpty)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Uri == uri && (mayBeEmpty || _declared[i].Prefix.Length > 0) && Find(_declared[i].Prefix) == uri)
            {
                return _declared[i].Prefix;
            }
        }

        return uri == InitialNames.Xml ? "xml" : uri.Length == 0 && mayBeEmpty && Find(string.Empty)!.Length == 0 ? string.Empty : null;
    }

    /// <summary>
    /// The parts of a qualified name. One whose prefix stands for nothing is a local name without a namespace (EXI 1.0, 7.1.7).
    /// </summary>
    public (string Uri, string LocalName) Resolve(string literal)
    {
        literal = literal.Trim();
        var colon = literal.IndexOf(':', StringComparison.Ordinal);
        return Find(colon < 0 ? string.Empty : literal[..colon]) is { } uri ? (uri, literal[(colon + 1)..]) : (string.Empty, literal);
    }
}
