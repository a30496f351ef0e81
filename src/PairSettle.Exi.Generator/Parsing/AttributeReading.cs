using Microsoft.CodeAnalysis;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Reads the arguments of annotations.</summary>
internal static class AttributeReading
{
    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.Is(name));

    public static bool Is(this AttributeData attribute, string name) => attribute.AttributeClass?.ToDisplayString() == name;

    /// <summary>A constructor argument.</summary>
    public static T? Argument<T>(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array } argument
        && argument.Value is T value ? value : default;

    /// <summary>A named argument, or a default where it is not given.</summary>
    public static T Named<T>(this AttributeData attribute, string name, T otherwise) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: T value }
            ? value
            : otherwise;
}
