using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>One production of a state: the event that it matches, its code and the state that follows.</summary>
internal sealed record Production
{
    public required EventKind Kind { get; init; }

    /// <summary>The first part of the event code.</summary>
    public int Code { get; init; }

    /// <summary>The name of the element or the attribute.</summary>
    public QName Name { get; init; }

    /// <summary>The type of the element, the attribute or the text.</summary>
    public TypeReference Type { get; init; }

    /// <summary>Whether <c>xsi:nil</c> may say that the element has no content.</summary>
    public bool IsNillable { get; init; }

    /// <summary>Whether no instance may stand here, because the element or its type is abstract.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>The term of the content model that is matched, or -1 for EE and for text in mixed content.</summary>
    public int Position { get; init; } = -1;

    /// <summary>The group, counted from the outermost, that begins anew with this event, or -1.</summary>
    public int RepeatedGroup { get; init; } = -1;

    /// <summary>The state that follows; -1 after EE.</summary>
    public int Target { get; init; } = -1;
}
