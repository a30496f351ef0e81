using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Generator.Emission;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator;

/// <summary>
/// Turns annotated types into EXI codecs: parsing (declarations to shapes), planning (shapes to a schema model, grammars
/// and plans), emission (plans to code). Sources come from plans alone, diagnostics take another way, so that
/// an edit which only moves lines reports anew and emits nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExiGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = context.SyntaxProvider
            .ForAttributeWithMetadataName(AnnotationNames.Type, static (node, _) => node is TypeDeclarationSyntax, TypeParser.Parse);
        var groups = context.SyntaxProvider
            .ForAttributeWithMetadataName(AnnotationNames.ModelGroup, static (node, _) => node is TypeDeclarationSyntax, TypeParser.Parse);
        var schemas = context.SyntaxProvider
            .ForAttributeWithMetadataName(AnnotationNames.Schema, static (node, _) => node is ClassDeclarationSyntax, SchemaParser.Parse);
        var namespaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AnnotationNames.NamespaceDeclaration, static (node, _) => node is CompilationUnitSyntax, SchemaParser.ParseNamespaces)
            .WithTrackingName(TrackingNames.Namespaces);

        var model = Shapes(types, TrackingNames.Types)
            .Combine(Shapes(groups, TrackingNames.Groups))
            .Combine(Shapes(schemas, TrackingNames.Schemas))
            .Combine(namespaces.Collect().Select(static (parts, _) => parts.SelectMany(part => part).ToEquatable()))
            .Select(static (input, cancellation) => CodecModelBuilder.Build(
                input.Left.Left.Left.Concat(input.Left.Left.Right), input.Left.Right, input.Right, cancellation))
            .WithTrackingName(TrackingNames.Model);

        context.RegisterSourceOutput(
            model.SelectMany(static (model, _) => model.Types).WithTrackingName(TrackingNames.TypePlans),
            static (output, plan) => output.AddSource(FileOf(plan.Type), TypeEmitter.Emit(plan)));
        context.RegisterSourceOutput(
            model.SelectMany(static (model, _) => model.Enumerations).WithTrackingName(TrackingNames.Enumerations),
            static (output, enumeration) => output.AddSource(FileOf(enumeration.Type), EnumEmitter.Emit(enumeration)));
        context.RegisterSourceOutput(
            model.SelectMany(static (model, _) => model.Schemas).WithTrackingName(TrackingNames.SchemaPlans),
            static (output, plan) => output.AddSource(FileOf(plan.Type), SchemaEmitter.Emit(plan)));

        Report(context, types);
        Report(context, groups);
        Report(context, schemas);
        context.RegisterSourceOutput(
            model.Select(static (model, _) => model.Faults)
                .Combine(types.Select(static (parsed, _) => (parsed.Shape?.Type, parsed.Location)).Collect()),
            static (output, input) =>
            {
                foreach (var fault in input.Left)
                {
                    var location = input.Right.FirstOrDefault(place => place.Type == fault.Type).Location;
                    output.ReportDiagnostic(new DiagnosticInfo(fault.Id, location, fault.Arguments).ToDiagnostic());
                }
            });
    }

    private static IncrementalValueProvider<EquatableArray<T>> Shapes<T>(IncrementalValuesProvider<Parsed<T>> parsed, string name)
        where T : class, IEquatable<T> =>
        parsed.Where(static item => item.Shape is not null).Select(static (item, _) => item.Shape!).WithTrackingName(name)
            .Collect().Select(static (shapes, _) => shapes.ToEquatable());

    private static void Report<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Parsed<T>> parsed)
        where T : class, IEquatable<T> =>
        context.RegisterSourceOutput(
            parsed.SelectMany(static (item, _) => item.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

    private static string FileOf(TypeName type) =>
        type.Namespace.Length == 0 ? $"{type.Name}.g.cs" : $"{type.Namespace}.{type.Name}.g.cs";
}
