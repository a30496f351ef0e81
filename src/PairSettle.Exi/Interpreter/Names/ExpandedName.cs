namespace PairSettle.Exi.Interpreter.Names;

/// <summary>A qualified name with its compact identifiers. There is one object for each name of a stream.</summary>
/// <param name="Uri">The namespace; empty for none.</param>
/// <param name="LocalName">The local name.</param>
/// <param name="UriId">The identifier of the namespace.</param>
/// <param name="LocalId">The identifier of the local name within the namespace.</param>
internal sealed record ExpandedName(string Uri, string LocalName, int UriId, int LocalId)
{
    public const int XmlUriId = 1;
    public const int XsiUriId = 2;

    private bool _isVerified;

    public bool IsXsiType => UriId == XsiUriId && LocalName == "type";

    public bool IsXsiNil => UriId == XsiUriId && LocalName == "nil";

    /// <summary>Whether the local name is one in XML, which a stream may say anything about. It is found out once.</summary>
    public bool IsWellFormed => _isVerified || (_isVerified = XmlNames.IsNCName(LocalName));

    public bool Equals(ExpandedName? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => (UriId * 31) + LocalId;
}
