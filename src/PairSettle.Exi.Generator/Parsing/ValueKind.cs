namespace PairSettle.Exi.Generator.Parsing;

/// <summary>The kinds of C# types that map to schema types.</summary>
internal enum ValueKind
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    BigInteger,
    String,
    Bytes,
    Decimal,
    Float,
    DateTime,
    Enumeration,
    List,
    Record,
    AnyElement,
    MixedText,
}
