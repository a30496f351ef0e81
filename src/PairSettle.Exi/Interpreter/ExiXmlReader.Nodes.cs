using System.Xml;
using PairSettle.Exi.Interpreter.Names;

namespace PairSettle.Exi.Interpreter;

public sealed partial class ExiXmlReader
{
    private ExiError _error;
    private ReadState _state = ReadState.Initial;
    private Node _node;

    // The attribute that the reader is at, or -1; and whether it is at the text within.
    private int _attribute = -1;
    private bool _partRead;

    /// <inheritdoc/>
    public override int AttributeCount => _node.Type is XmlNodeType.Element or XmlNodeType.DocumentType ? _attributes.Count : 0;

    /// <inheritdoc/>
    public override string BaseURI => string.Empty;

    /// <inheritdoc/>
    public override int Depth =>
        (_node.Type is XmlNodeType.Element or XmlNodeType.EndElement ? _open.Count - 1 : _open.Count)
        + (_attribute >= 0 ? 1 : 0) + (_partRead ? 1 : 0);

    /// <inheritdoc/>
    public override bool EOF => _state == ReadState.EndOfFile;

    /// <inheritdoc/>
    public override bool IsEmptyElement => _attribute < 0 && _isEmpty;

    /// <inheritdoc/>
    public override string LocalName => _partRead ? string.Empty : Current.LocalName ?? string.Empty;

    /// <inheritdoc/>
    public override string NamespaceURI => _partRead ? string.Empty : Current.Uri ?? string.Empty;

    /// <inheritdoc/>
    public override XmlNameTable NameTable => _nameTable ??= new NameTable();

    /// <inheritdoc/>
    public override XmlNodeType NodeType => _partRead ? XmlNodeType.Text : Current.Type;

    /// <inheritdoc/>
    public override string Prefix => _partRead ? string.Empty : Current.Prefix ?? string.Empty;

    /// <inheritdoc/>
    public override ReadState ReadState => _state;

    /// <inheritdoc/>
    public override string Value => Current.Value ?? string.Empty;

    private Node Current => _attribute >= 0 ? _attributes[_attribute] : _node;

    /// <inheritdoc/>
    public override string GetAttribute(int i) => _attributes[i].Value;

    /// <inheritdoc/>
    public override string? GetAttribute(string name) => Find(name) is var index and >= 0 ? _attributes[index].Value : null;

    /// <inheritdoc/>
    public override string? GetAttribute(string name, string? namespaceURI) =>
        Find(name, namespaceURI) is var index and >= 0 ? _attributes[index].Value : null;

    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix) => prefix == "xmlns" ? Xmlns : _scopes.Find(prefix);

    /// <inheritdoc/>
    public override bool MoveToAttribute(string name) => MoveTo(Find(name));

    /// <inheritdoc/>
    public override bool MoveToAttribute(string name, string? ns) => MoveTo(Find(name, ns));

    /// <inheritdoc/>
    public override bool MoveToElement()
    {
        var moves = _attribute >= 0;
        (_attribute, _partRead) = (-1, false);
        return moves;
    }

    /// <inheritdoc/>
    public override bool MoveToFirstAttribute() => MoveTo(AttributeCount > 0 ? 0 : -1);

    /// <inheritdoc/>
    public override bool MoveToNextAttribute() => MoveTo(_attribute + 1 < AttributeCount ? _attribute + 1 : -1);

    /// <inheritdoc/>
    public override bool ReadAttributeValue()
    {
        if (_attribute < 0 || _partRead)
        {
            return false;
        }

        return _partRead = true;
    }

    /// <summary>Entities are known by their names only.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void ResolveEntity() => throw new InvalidOperationException("a stream does not say what an entity stands for");

    /// <inheritdoc/>
    public override void Close()
    {
        _state = ReadState.Closed;
        _node = default;
        _owned?.Dispose();
    }

    private int Find(string name) =>
        AttributeCount == 0 ? -1 : _attributes.FindIndex(known => name == (known.Prefix.Length == 0 ? known.LocalName : $"{known.Prefix}:{known.LocalName}"));

    private int Find(string name, string? uri) =>
        AttributeCount == 0 ? -1 : _attributes.FindIndex(known => known.LocalName == name && known.Uri == (uri ?? string.Empty));

    private bool MoveTo(int index)
    {
        if (index < 0)
        {
            return false;
        }

        (_attribute, _partRead) = (index, false);
        return true;
    }
}
