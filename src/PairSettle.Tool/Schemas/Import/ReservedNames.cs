using PairSettle.Exi;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>The names that records and emitted codecs use themselves, so that nothing of a schema may take them.</summary>
internal static class ReservedNames
{
    /// <summary>Names of types: those of the codec, and those of the framework that emitted code names without their namespace.</summary>
    public static IEnumerable<string> Types { get; } = typeof(ExiBytes).Assembly.GetExportedTypes()
        .SelectMany(type => new[] { Bare(type.Name), Bare(type.Name).EndsWith("Attribute", StringComparison.Ordinal) ? Bare(type.Name)[..^9] : Bare(type.Name) })
        .Concat(
        [
            "System", "PairSettle", "Object", "String", "Array", "Math", "Span", "ReadOnlySpan", "BigInteger", "StringBuilder", "Encoding", "XmlWriter",
            "XmlReader", "XmlConvert", "Unsafe", "IBufferWriter", "ArrayBufferWriter", "ArgumentException", "ArgumentNullException", "NotNullWhen",
            "MaybeNullWhen", "MethodImpl", "MethodImplOptions", "SkipLocalsInit", "Nullable", "Exception", "InvalidOperationException",
        ]).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Names of members: those of every record, and those that the generator adds.</summary>
    public static IEnumerable<string> Members { get; } =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone",
        "Decode", "Encode", "ToExi", "ToXml", "TryDecode", "TryEncode", "TryParseXml", "TryReadDocument", "TryDecodeDocument", "WriteDocument",
        "TryReadExi", "WriteExi", "TryReadXml", "WriteXml", "Refill", "Datatypes",
    ];

    private static string Bare(string name) => name.Split('`')[0];
}
