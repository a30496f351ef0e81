namespace PairSettle.Exi.Interpreter;

/// <summary>What a stream keeps of a document beyond elements, attributes and values (EXI 1.0, 6.3).</summary>
[Flags]
public enum ExiPreserve
{
    /// <summary>Nothing more. The default.</summary>
    None = 0,

    /// <summary>Comments.</summary>
    Comments = 1,

    /// <summary>Processing instructions.</summary>
    ProcessingInstructions = 2,

    /// <summary>The document type declaration, and references to entities.</summary>
    Dtds = 4,

    /// <summary>Namespace declarations and prefixes.</summary>
    Prefixes = 8,

    /// <summary>The literal form of values, "007" for one.</summary>
    LexicalValues = 16,
}
