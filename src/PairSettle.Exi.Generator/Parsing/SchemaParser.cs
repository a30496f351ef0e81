using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Parses schema classes and the namespace declarations of the assembly.</summary>
internal static class SchemaParser
{
    public static Parsed<SchemaShape> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var declaration = (ClassDeclarationSyntax)context.TargetNode;
        var location = declaration.Identifier.GetLocation();
        var diagnostics = new List<DiagnosticInfo>();
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotPartial, location, type.Name));
        }

        if (type.ContainingType is not null || type.Arity > 0)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NotTopLevel, location, type.Name));
        }

        var shape = ShapeOf(type, context.Attributes[0]);
        return new Parsed<SchemaShape>(diagnostics.Count == 0 ? shape : null, LocationInfo.Of(location), diagnostics.ToEquatable());
    }

    public static SchemaShape ShapeOf(INamedTypeSymbol type, AttributeData annotation)
    {
        var argument = annotation.ConstructorArguments.FirstOrDefault();
        var namespaces = argument.Kind == TypedConstantKind.Array
            ? argument.Values.Select(value => value.Value as string ?? string.Empty)
            : [];
        return new SchemaShape(TypeName.Of(type), namespaces.ToEquatable());
    }

    private static EquatableArray<string> OtherNames(AttributeData annotation) => annotation.NamedArguments
        .Where(argument => argument.Key == "OtherNames" && argument.Value.Kind == TypedConstantKind.Array)
        .SelectMany(argument => argument.Value.Values)
        .Select(value => value.Value as string ?? string.Empty).ToEquatable();

    public static EquatableArray<NamespaceShape> ParseNamespaces(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return context.Attributes.Select(NamespaceOf).ToEquatable();
    }

    public static NamespaceShape NamespaceOf(AttributeData annotation) => new(
        annotation.Argument<string>(0) ?? string.Empty,
        annotation.Named<string?>("Prefix", null),
        annotation.Named("ElementsQualified", true),
        annotation.Named("AttributesQualified", false),
        OtherNames(annotation));
}
