using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>What a stream says next.</summary>
/// <param name="Kind">
/// One of StartElement, EndElement, Attribute, NamespaceDeclaration, Characters, Comment, ProcessingInstruction,
/// DocumentType, EntityReference and EndDocument.
/// </param>
internal readonly record struct ExiEvent(RuleEvent Kind)
{
    /// <summary>The name of the element or the attribute.</summary>
    public ExpandedName? Name { get; init; }

    /// <summary>The prefix of the name, or of a namespace declaration; null where it is not preserved.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// The value, the text, the namespace that is declared, or the name of a processing instruction, a document type or an
    /// entity.
    /// </summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>The content of a processing instruction, or public identifier, system identifier and internal subset.</summary>
    public string[]? Parts { get; init; }

    /// <summary>The qualified name that is the value of xsi:type: its namespace and its prefix.</summary>
    public QualifiedValue? Qualified { get; init; }

    /// <summary>Whether a namespace declaration gives the element its prefix.</summary>
    public bool IsOfElement { get; init; }

    /// <summary>The number of the value in its block, plus one, while it is not known yet.</summary>
    public int Deferred { get; init; }
}
