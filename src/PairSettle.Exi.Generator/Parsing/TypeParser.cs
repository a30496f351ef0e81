using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Turns the declaration of an annotated type into its shape. Nothing of the compilation stays.</summary>
internal static class TypeParser
{
    public static Parsed<TypeShape> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Parse((INamedTypeSymbol)context.TargetSymbol, context.Attributes[0], context.TargetNode as TypeDeclarationSyntax, cancellation);

    /// <summary>Parses a type, of source or of a compiled assembly.</summary>
    /// <param name="type">The type.</param>
    /// <param name="annotation">The annotation that makes it a schema type or a model group.</param>
    /// <param name="declaration">The declaration, where there is source.</param>
    /// <param name="cancellation">Stops the parsing.</param>
    public static Parsed<TypeShape> Parse(
        INamedTypeSymbol type, AttributeData annotation, TypeDeclarationSyntax? declaration, CancellationToken cancellation)
    {
        var location = declaration?.Identifier.GetLocation();
        var diagnostics = new List<DiagnosticInfo>();
        CheckDeclaration(type, declaration, location, diagnostics);

        var isGroup = annotation.Is(AnnotationNames.ModelGroup);
        var members = new List<MemberShape>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!property.IsStatic && MemberParser.Parse(property, diagnostics) is { } member)
            {
                members.Add(member);
            }
        }

        if (members.Any(member => member.Kind == MemberKind.Text)
            && members.Count(member => member.Kind != MemberKind.Attribute) > 1
            || (members.Any(member => member.Kind == MemberKind.Mixed) && !(annotation.Is(AnnotationNames.Type) && annotation.Named("Mixed", false))))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.MixedTextAndElements, location, type.Name));
        }

        var isChoice = isGroup
            ? annotation.Argument<int>(0) == 1
            : annotation.Named("Compositor", 0) == 1;
        if (isChoice)
        {
            foreach (var member in members.Where(member => member.Kind != MemberKind.Attribute && !member.IsNullable && !member.IsList))
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.ChoiceNotNullable, location, $"{type.Name}.{member.Property}"));
            }
        }

        var shape = new TypeShape
        {
            Type = TypeName.Of(type),
            Declaration = (type.IsRecord, type.IsValueType) switch
            {
                (true, true) => "partial record struct",
                (true, false) => "partial record",
                (false, true) => "partial struct",
                (false, false) => "partial class",
            },
            IsValueType = type.IsValueType,
            IsAbstract = type.IsAbstract,
            IsSealed = type.IsSealed,
            Base = AnnotatedBase(type),
            IsGroup = isGroup,
            SchemaName = isGroup
                ? new QName(annotation.Argument<string>(1) ?? string.Empty, type.Name)
                : new QName(annotation.Argument<string>(1) ?? string.Empty, annotation.Argument<string>(0) ?? type.Name),
            IsChoice = isChoice,
            IsMixed = !isGroup && annotation.Named("Mixed", false),
            Elements = type.GetAttributes().Where(a => a.Is(AnnotationNames.GlobalElement)).Select(ParseElement).ToEquatable(),
            Members = members.ToEquatable(),
        };
        return new Parsed<TypeShape>(diagnostics.Count == 0 ? shape : null, LocationInfo.Of(location), diagnostics.ToEquatable());
    }

    private static void CheckDeclaration(
        INamedTypeSymbol type, TypeDeclarationSyntax? declaration, Location? location, List<DiagnosticInfo> diagnostics)
    {
        if (declaration is not null && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotPartial, location, type.Name));
        }

        if (type.ContainingType is not null || type.Arity > 0)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotTopLevel, location, type.Name));
        }

        if (!type.IsAbstract && !type.IsValueType && !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotConstructible, location, type.Name));
        }
    }

    private static TypeName? AnnotatedBase(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.Find(AnnotationNames.Type) is not null || @base.Find(AnnotationNames.ModelGroup) is not null)
            {
                return TypeName.Of(@base);
            }
        }

        return null;
    }

    private static ElementShape ParseElement(AttributeData annotation)
    {
        var name = new QName(annotation.Argument<string>(1) ?? string.Empty, annotation.Argument<string>(0) ?? string.Empty);
        var head = annotation.Named<string?>("SubstitutionGroup", null);
        return new ElementShape(
            name,
            annotation.Named("Abstract", false),
            head is null ? null : new QName(annotation.Named<string?>("SubstitutionGroupNamespace", null) ?? name.Namespace, head),
            annotation.Named("Root", false));
    }
}
