using System.Numerics;
using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Turns a mapped property into its shape.</summary>
internal static class MemberParser
{
    /// <summary>The shape of a property; null where it is not mapped or not valid.</summary>
    public static MemberShape? Parse(IPropertySymbol property, List<DiagnosticInfo> diagnostics)
    {
        var mappings = property.GetAttributes().Select(KindOf).Where(mapping => mapping.Kind is not null).ToList();
        if (mappings.Count == 0)
        {
            return null;
        }

        var location = property.Locations.FirstOrDefault();
        var place = $"{property.ContainingType.Name}.{property.Name}";
        if (mappings.Count > 1)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.SeveralMappings, location, place));
            return null;
        }

        if (property.SetMethod is null)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotConstructible, location, property.ContainingType.Name));
            return null;
        }

        var (kind, annotation) = (mappings[0].Kind!.Value, mappings[0].Annotation);
        var (type, isNullable, isList) = Unwrap(property.Type, property.Find(AnnotationNames.Items) is not null);
        var value = ValueParser.Parse(type, diagnostics, location);
        if (value is null || !Fits(kind, value, isList) || (value.Kind == ValueKind.List) != (property.Find(AnnotationNames.Items) is not null))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.UnsupportedProperty, location, place, property.Type.ToDisplayString()));
            return null;
        }

        var (minOccurs, maxOccurs) = (isNullable ? 0 : 1, 1);
        if (isList)
        {
            minOccurs = annotation.Named("MinOccurs", kind == MemberKind.Any ? 0 : 1);
            maxOccurs = annotation.Named("MaxOccurs", Particle.Unbounded);
        }

        if (minOccurs < 0 || maxOccurs < 1 || maxOccurs < minOccurs)
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidFacet, location, place, $"MaxOccurs {maxOccurs} is less than MinOccurs {minOccurs}, or one of them is out of range"));
            return null;
        }

        var choice = property.Find(AnnotationNames.Choice);
        if (choice is not null && !isNullable && !isList)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.ChoiceNotNullable, location, place));
        }

        var identifier = property.Find(AnnotationNames.Identifier);
        if (identifier is not null && (kind != MemberKind.Attribute || value.Kind != ValueKind.String || property.Find(AnnotationNames.Characters) is not null))
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidFacet, location, place, "only an attribute of type string, of any characters, can be an identifier"));
            return null;
        }

        return new MemberShape
        {
            Property = property.Name,
            Declaring = TypeName.Of(property.ContainingType),
            Kind = kind,
            Value = value,
            IsNullable = isNullable,
            IsList = isList,
            Name = kind is MemberKind.Element or MemberKind.Attribute ? annotation.Argument<string>(0) ?? property.Name : property.Name,
            IsReference = annotation.Named("Reference", false),
            Namespace = annotation.Named<string?>("Namespace", null),
            MinOccurs = minOccurs,
            MaxOccurs = maxOccurs,
            Choice = choice?.Argument<string>(0),
            IsChoiceOptional = choice?.Named("Optional", false) ?? false,
            Simple = FacetParser.Parse(property, value, place, diagnostics),
            IsIdentifier = identifier is not null,
            IsEmptyIdentifierAllowed = identifier?.Named("AllowEmpty", false) ?? false,
            IsOtherNamespace = kind == MemberKind.Any && annotation.Argument<int>(0) == 1,
        };
    }

    private static (MemberKind? Kind, AttributeData Annotation) KindOf(AttributeData annotation) =>
        (annotation.AttributeClass?.ToDisplayString() switch
        {
            AnnotationNames.Element => MemberKind.Element,
            AnnotationNames.Attribute => MemberKind.Attribute,
            AnnotationNames.Text => MemberKind.Text,
            AnnotationNames.Any => MemberKind.Any,
            AnnotationNames.Mixed => MemberKind.Mixed,
            AnnotationNames.Group => MemberKind.Group,
            _ => null,
        }, annotation);

    /// <summary>Tells what a property may be besides its value: absent, or repeated. A list may also be the value itself.</summary>
    private static (ITypeSymbol Type, bool IsNullable, bool IsList) Unwrap(ITypeSymbol type, bool isListValue)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return (nullable.TypeArguments[0], true, false);
        }

        if (ValueParser.IsList(type, out var item) && (!isListValue || ValueParser.IsList(item, out _)))
        {
            return (item, false, true);
        }

        return (type, type.NullableAnnotation == NullableAnnotation.Annotated, false);
    }

    private static bool Fits(MemberKind kind, ValueShape value, bool isList) => kind switch
    {
        MemberKind.Any => value.Kind == ValueKind.AnyElement,
        MemberKind.Mixed => isList && value.Kind == ValueKind.MixedText,
        MemberKind.Group => value.Kind == ValueKind.Record,
        MemberKind.Attribute or MemberKind.Text => !isList && value.Kind is not (ValueKind.Record or ValueKind.AnyElement or ValueKind.MixedText),
        _ => value.Kind is not (ValueKind.AnyElement or ValueKind.MixedText),
    };
}
