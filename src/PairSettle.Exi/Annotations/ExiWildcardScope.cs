namespace PairSettle.Exi;

/// <summary>The namespaces that an element wildcard admits.</summary>
public enum ExiWildcardScope
{
    /// <summary>Every namespace (<c>##any</c>).</summary>
    Any,

    /// <summary>Every namespace but the target namespace (<c>##other</c>).</summary>
    Other,
}
