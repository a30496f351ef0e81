using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;

namespace PairSettle.Exi.Interpreter;

public sealed partial class ExiXmlReader
{
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    private readonly NamespaceScopes _scopes = new();
    private readonly List<Node> _attributes = [];
    private readonly Stack<Node> _open = new();
    private readonly List<ExiEvent> _pending = [];
    private bool _isEmpty;

    /// <summary>Reads what belongs to a start tag, so that every prefix is known before the element is handed on.</summary>
    private void StartElement(ExiEvent element)
    {
        var depth = _open.Count + 1;
        string? prefix = null;
        _pending.Clear();
        for (var found = Next(); ; found = Next())
        {
            if (found.Kind == RuleEvent.NamespaceDeclaration)
            {
                Declare(depth, found.Prefix!, found.Value);
                prefix = found.IsOfElement && found.Value == element.Name!.Uri ? found.Prefix : prefix;
            }
            else if (found.Kind == RuleEvent.Attribute)
            {
                if (_pending.Count >= Options.Limits.MaxListItems)
                {
                    throw _source.Fault(ExiFault.TooManyItems);
                }

                _pending.Add(found);
            }
            else
            {
                _ahead = found;
                break;
            }
        }

        var name = Verified(element.Name!);
        prefix = PrefixOf(depth, name.Uri, prefix ?? element.Prefix, mayBeEmpty: true);
        foreach (var attribute in _pending)
        {
            Add(depth, attribute);
        }

        _node = new Node(XmlNodeType.Element, prefix, name.LocalName, name.Uri, string.Empty);
        _open.Push(_node);
        if (_ahead is { Kind: RuleEvent.EndElement })
        {
            _ahead = null;
            _isEmpty = true;
        }
    }

    private void Declare(int depth, string prefix, string uri)
    {
        var isXml = prefix == "xml" || uri == InitialNames.Xml;
        if (isXml && prefix == "xml" && uri == InitialNames.Xml)
        {
            return;
        }

        if (isXml || prefix == "xmlns" || uri == Xmlns || prefix.Length > 0 && uri.Length == 0 || _scopes.Declares(depth, prefix))
        {
            throw _source.Fault(ExiFault.UnexpectedAttribute);
        }

        _scopes.Declare(depth, prefix, uri);
        _attributes.Add(prefix.Length == 0
            ? new Node(XmlNodeType.Attribute, string.Empty, "xmlns", Xmlns, uri)
            : new Node(XmlNodeType.Attribute, "xmlns", prefix, Xmlns, uri));
    }

    private void Add(int depth, ExiEvent found)
    {
        var name = Verified(found.Name!);
        if (name.Uri == Xmlns || name.Uri.Length == 0 && name.LocalName == "xmlns"
            || _attributes.Exists(known => known.LocalName == name.LocalName && known.Uri == name.Uri))
        {
            throw _source.Fault(ExiFault.UnexpectedAttribute);
        }

        var value = found.Value;
        if (found.Qualified is { } qualified)
        {
            var valuePrefix = PrefixOf(depth, qualified.Uri, qualified.Prefix, mayBeEmpty: true);
            value = valuePrefix.Length == 0 ? qualified.LocalName : $"{valuePrefix}:{qualified.LocalName}";
        }

        var prefix = name.Uri.Length == 0 ? string.Empty : PrefixOf(depth, name.Uri, found.Prefix, mayBeEmpty: false);
        _attributes.Add(new Node(XmlNodeType.Attribute, prefix, name.LocalName, name.Uri, value));
    }

    /// <summary>A prefix for a namespace: the one that is preserved, one in scope, or a new one that the element declares.</summary>
    private string PrefixOf(int depth, string uri, string? preserved, bool mayBeEmpty)
    {
        if (preserved is not null && (mayBeEmpty || preserved.Length > 0) && _scopes.Find(preserved) == uri)
        {
            return preserved;
        }

        if (_scopes.PrefixOf(uri, mayBeEmpty) is { } known)
        {
            return known;
        }

        var prefix = uri switch
        {
            "" => string.Empty,
            InitialNames.Xsi => "xsi",
            XmlSchema.Namespace => "xs",
            _ => "ns",
        };
        for (var number = 1; prefix == "ns" || prefix.Length > 0 && _scopes.Find(prefix) is not null; number++)
        {
            prefix = string.Create(CultureInfo.InvariantCulture, $"ns{number}");
            prefix = _scopes.Find(prefix) is null ? prefix : "ns";
        }

        Declare(depth, prefix, uri);
        return prefix;
    }

    private void DocumentType(ExiEvent found)
    {
        _node = new Node(XmlNodeType.DocumentType, string.Empty, Verified(found.Value), string.Empty, found.Parts![2]);
        AddIdentifier("PUBLIC", found.Parts[0]);
        AddIdentifier("SYSTEM", found.Parts[1]);

        void AddIdentifier(string name, string value)
        {
            if (value.Length > 0)
            {
                _attributes.Add(new Node(XmlNodeType.Attribute, string.Empty, name, string.Empty, value));
            }
        }
    }

    private readonly record struct Node(XmlNodeType Type, string Prefix, string LocalName, string Uri, string Value);
}
