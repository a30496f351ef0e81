using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Recognizes the C# types that map to schema types.</summary>
internal static class ValueParser
{
    /// <summary>The shape of a type; null where it maps to nothing.</summary>
    public static ValueShape? Parse(ITypeSymbol type, List<DiagnosticInfo> diagnostics, Location? location)
    {
        if (IsList(type, out var itemType))
        {
            return Parse(itemType, diagnostics, location) is { Kind: < ValueKind.List } item
                ? new ValueShape { Kind = ValueKind.List, Type = TypeName.Of(type), IsValueType = true, Item = item, Enumeration = item.Enumeration }
                : null;
        }

        if (KindOf(type) is not { } kind)
        {
            return null;
        }

        return new ValueShape
        {
            Kind = kind,
            Type = TypeName.Of(type),
            IsValueType = type.IsValueType,
            IsOpen = kind == ValueKind.Record && type is { IsValueType: false, IsSealed: false, IsAbstract: false },
            Enumeration = kind == ValueKind.Enumeration ? ParseEnumeration((INamedTypeSymbol)type, diagnostics, location) : null,
        };
    }

    /// <summary>Whether a type is a list, and of what.</summary>
    public static bool IsList(ITypeSymbol type, out ITypeSymbol item)
    {
        var isList = type is INamedTypeSymbol { Name: "ExiList", Arity: 1 } && type.ContainingNamespace.ToDisplayString() == AnnotationNames.Namespace;
        item = isList ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return isList;
    }

    private static ValueKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_SByte => ValueKind.SByte,
        SpecialType.System_Byte => ValueKind.Byte,
        SpecialType.System_Int16 => ValueKind.Int16,
        SpecialType.System_UInt16 => ValueKind.UInt16,
        SpecialType.System_Int32 => ValueKind.Int32,
        SpecialType.System_UInt32 => ValueKind.UInt32,
        SpecialType.System_Int64 => ValueKind.Int64,
        SpecialType.System_UInt64 => ValueKind.UInt64,
        SpecialType.System_String => ValueKind.String,
        _ when type.TypeKind == TypeKind.Enum => ValueKind.Enumeration,
        _ => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() switch
        {
            "System.Numerics.BigInteger" => ValueKind.BigInteger,
            AnnotationNames.Namespace + ".ExiBytes" => ValueKind.Bytes,
            AnnotationNames.Namespace + ".ExiDecimal" => ValueKind.Decimal,
            AnnotationNames.Namespace + ".ExiFloat" => ValueKind.Float,
            AnnotationNames.Namespace + ".ExiDateTime" => ValueKind.DateTime,
            AnnotationNames.Namespace + ".ExiAnyElement" => ValueKind.AnyElement,
            AnnotationNames.Namespace + ".ExiMixedText" => ValueKind.MixedText,
            _ when type.Find(AnnotationNames.Type) is not null || type.Find(AnnotationNames.ModelGroup) is not null => ValueKind.Record,
            _ => null,
        },
    };

    private static EnumShape ParseEnumeration(INamedTypeSymbol type, List<DiagnosticInfo> diagnostics, Location? location)
    {
        var literals = new List<string>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            if (Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) != literals.Count)
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.EnumerationHasHoles, location, type.Name));
                break;
            }

            literals.Add(field.Find(AnnotationNames.EnumValue)?.Argument<string>(0) ?? field.Name);
        }

        return new EnumShape(TypeName.Of(type), literals.ToEquatable());
    }
}
