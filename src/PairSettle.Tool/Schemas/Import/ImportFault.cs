namespace PairSettle.Tool.Schemas.Import;

/// <summary>Why no types can be written for a schema. The number is the published code: 1101 is <c>IMP1101</c>; see docs/formats/import-codes.md.</summary>
internal enum ImportFault
{
    /// <summary>The file, or one that it refers to, is no valid schema document.</summary>
    SchemaInvalid = 1001,

    /// <summary>A file that would be written exists.</summary>
    FileExists = 1002,

    /// <summary>The name is no C# namespace.</summary>
    NamespaceInvalid = 1003,

    /// <summary>A Boolean with a pattern, which EXI codes in two bits.</summary>
    BooleanPattern = 1104,

    /// <summary>An element of type <c>xs:anyType</c>.</summary>
    AnyType = 1106,

    /// <summary>An element whose content may be nil.</summary>
    Nillable = 1107,

    /// <summary>A group of elements in any order (<c>xs:all</c>).</summary>
    AllGroup = 1201,

    /// <summary>A group that repeats a bounded number of times.</summary>
    GroupBound = 1202,

    /// <summary>An attribute wildcard.</summary>
    AttributeWildcard = 1203,

    /// <summary>An element wildcard that lists namespaces.</summary>
    WildcardNamespaces = 1204,

    /// <summary>A local element or an attribute that is qualified otherwise than the rest of its namespace.</summary>
    Qualification = 1205,

    /// <summary>A global attribute that no type refers to; it counts in fragments.</summary>
    GlobalAttribute = 1206,

    /// <summary>An anonymous type whose name would count where names behind a wildcard are numbered.</summary>
    WildcardNames = 1207,

    /// <summary>A global element of a simple type that no content model refers to.</summary>
    SimpleElement = 1301,

    /// <summary>A substitution group whose members are not told apart by C# types that derive from that of the head.</summary>
    Substitution = 1302,

    /// <summary>The generator refuses the types.</summary>
    GeneratorRefuses = 1401,

    /// <summary>The grammars of the types differ from those of the schema.</summary>
    GrammarDiffers = 1402,
}
