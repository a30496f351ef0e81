namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>The events that rules match. Those of one group of a second or third part stand in the order of their codes.</summary>
internal enum RuleEvent
{
    Attribute,
    AttributeNamespace,
    AttributeAny,
    XsiType,
    XsiNil,

    /// <summary>AT(qname) whose value is written as a string, since it does not fit the declared type.</summary>
    AttributeUntyped,

    /// <summary>AT(*) whose value is written as a string, since it does not fit the type of the global attribute.</summary>
    AttributeAnyUntyped,
    NamespaceDeclaration,
    SelfContained,
    StartElement,
    StartElementNamespace,
    StartElementAny,
    EndElement,
    Characters,
    UntypedCharacters,
    EntityReference,
    Comment,
    ProcessingInstruction,
    DocumentType,
    EndDocument,

    /// <summary>No event: a third part of the code follows.</summary>
    Group,
}
