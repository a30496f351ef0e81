namespace PairSettle.Exi.Grammars;

/// <summary>The events that productions match, in the order in which they receive their codes (EXI 1.0, 8.5.4.3).</summary>
internal enum EventKind
{
    /// <summary>AT(qname).</summary>
    Attribute,

    /// <summary>AT(uri:*).</summary>
    AttributeNamespace,

    /// <summary>AT(*).</summary>
    AttributeAny,

    /// <summary>SE(qname).</summary>
    StartElement,

    /// <summary>SE(uri:*).</summary>
    StartElementNamespace,

    /// <summary>SE(*).</summary>
    StartElementAny,

    /// <summary>EE.</summary>
    EndElement,

    /// <summary>CH with a value of the type that the schema states.</summary>
    Characters,

    /// <summary>CH with a value written as a string.</summary>
    UntypedCharacters,
}
