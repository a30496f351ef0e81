using System.Globalization;
using System.Xml;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Names;

namespace PairSettle.Exi.Interpreter;

public sealed partial class ExiXmlWriter
{
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private readonly List<(string Prefix, string Uri)> _declarations = [];
    private readonly List<Attribute> _attributes = [];
    private (string Prefix, string Uri, string LocalName)? _tag;
    private Attribute _attribute;
    private TextBuffer _value;

    /// <inheritdoc/>
    public override void WriteStartAttribute(string? prefix, string localName, string? ns)
    {
        if (_state != WriteState.Element)
        {
            throw new InvalidOperationException("an attribute must follow a start tag");
        }

        ns ??= prefix is null or "" && localName != "xmlns" ? string.Empty : prefix switch
        {
            "xmlns" => Xmlns,
            null or "" => Xmlns,
            _ => _scopes.Find(prefix) ?? string.Empty,
        };
        _attribute = new Attribute(prefix ?? string.Empty, ns, localName, string.Empty);
        _state = WriteState.Attribute;
    }

    /// <inheritdoc/>
    public override void WriteEndAttribute()
    {
        var (prefix, uri, localName, _) = _attribute;
        _state = WriteState.Element;
        var value = _value.Take();
        if (uri == Xmlns || prefix == "xmlns" || prefix.Length == 0 && localName == "xmlns")
        {
            Declare(prefix.Length == 0 ? string.Empty : localName, value);
            return;
        }

        if (uri == InitialNames.Xml && localName == "space")
        {
            _ = _preservesSpace.Pop();
            _preservesSpace.Push(value == "preserve");
        }

        if (uri != InitialNames.Xsi || localName is not ("schemaLocation" or "noNamespaceSchemaLocation"))
        {
            _attributes.Add(new Attribute(prefix, uri, localName, value));
        }
    }

    private void OpenStartTag(string? prefix, string uri, string localName)
    {
        _preservesSpace.Push(_preservesSpace.TryPeek(out var inherited) && inherited);
        _tag = (prefix ?? _scopes.PrefixOf(uri, mayBeEmpty: true) ?? string.Empty, uri, localName);
    }

    /// <summary>Declares the prefixes that the start tag uses and does not declare itself.</summary>
    private void DeclareUsed(string elementPrefix, string elementUri)
    {
        if (_scopes.Find(elementPrefix) != elementUri)
        {
            Declare(elementPrefix, elementUri);
        }

        for (var i = 0; i < _attributes.Count; i++)
        {
            var (prefix, uri, _, _) = _attributes[i];
            if (uri.Length == 0 || prefix.Length > 0 && _scopes.Find(prefix) == uri)
            {
                continue;
            }

            for (var number = 1; _scopes.Find(prefix) != uri; number++)
            {
                prefix = _scopes.PrefixOf(uri, mayBeEmpty: false)
                    ?? (prefix.Length > 0 && _scopes.Find(prefix) is null ? prefix : string.Create(CultureInfo.InvariantCulture, $"ns{number}"));
                if (_scopes.Find(prefix) is null)
                {
                    Declare(prefix, uri);
                }
            }

            _attributes[i] = _attributes[i] with { Prefix = prefix };
        }
    }

    private void Declare(string prefix, string uri)
    {
        var depth = _preservesSpace.Count;
        if (!_scopes.Declares(depth, prefix) && prefix != "xml")
        {
            _scopes.Declare(depth, prefix, uri);
            _declarations.Add((prefix, uri));
        }
    }

    /// <summary>Writes the start tag that was gathered, if any.</summary>
    private void EndStartTag()
    {
        if (_tag is not { } tag)
        {
            return;
        }

        _tag = null;
        DeclareUsed(tag.Prefix, tag.Uri);
        _events.StartElement(tag.Prefix, tag.Uri, tag.LocalName);
        if (_events.State.IsSelfContained(tag.Uri, tag.LocalName))
        {
            _events.SelfContained(tag.Prefix, tag.Uri, tag.LocalName);
        }

        if (_options.Preserves(ExiPreserve.Prefixes))
        {
            foreach (var (prefix, uri) in _declarations)
            {
                _events.NamespaceDeclaration(prefix, uri, prefix == tag.Prefix && uri == tag.Uri);
            }
        }

        WriteAttributes();
        _declarations.Clear();
        _attributes.Clear();
        _followsTag = true;
    }

    private void WriteAttributes()
    {
        if (_attributes.Count == 0)
        {
            return;
        }

        foreach (var (prefix, _, _, value) in _attributes.Where(one => one.IsXsi("type")))
        {
            var (typeUri, typeName) = _scopes.Resolve(value);
            var colon = value.IndexOf(':', StringComparison.Ordinal);
            _events.XsiType(prefix, value, new QualifiedValue(typeUri, typeName, colon < 0 || typeName == value ? string.Empty : value[..colon].Trim()));
        }

        foreach (var (prefix, _, _, value) in _attributes.Where(one => one.IsXsi("nil")))
        {
            _events.XsiNil(prefix, value);
        }

        // Grammars of schemas take attributes in the order of their names; without one any order will do (EXI 1.0, 6.2).
        var others = _attributes.Where(one => !one.IsXsi("type") && !one.IsXsi("nil"));
        foreach (var (prefix, uri, localName, value) in _events.State.IsSchemaInformed || _options.SortsAttributes
            ? others.OrderBy(one => one.LocalName, StringComparer.Ordinal).ThenBy(one => one.Uri, StringComparer.Ordinal)
            : others)
        {
            _events.Attribute(prefix, uri, localName, value);
        }
    }

    private readonly record struct Attribute(string Prefix, string Uri, string LocalName, string Value)
    {
        public bool IsXsi(string name) => Uri == InitialNames.Xsi && LocalName == name;
    }
}
