using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>
/// Reads the schemas of an assembly that is compiled already, by the parser and the planner that its codecs were emitted
/// by. What it says of an assembly is therefore what the codecs in it do.
/// </summary>
internal static class CompiledSchemas
{
    /// <summary>Lists the grammars of every schema of an assembly, by target namespace.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> List(IAssemblySymbol assembly)
    {
        var types = new List<TypeShape>();
        var schemas = new List<SchemaShape>();
        foreach (var type in TypesOf(assembly.GlobalNamespace))
        {
            if ((type.Find(AnnotationNames.Type) ?? type.Find(AnnotationNames.ModelGroup)) is { } annotation
                && TypeParser.Parse(type, annotation, null, default).Shape is { } shape)
            {
                types.Add(shape);
            }

            if (type.Find(AnnotationNames.Schema) is { } schema)
            {
                schemas.Add(SchemaParser.ShapeOf(type, schema));
            }
        }

        var namespaces = assembly.GetAttributes().Where(attribute => attribute.Is(AnnotationNames.NamespaceDeclaration)).Select(SchemaParser.NamespaceOf);
        var model = CodecModelBuilder.BuildModel(types, namespaces);
        return schemas.ToDictionary(schema => schema.TargetNamespace, schema => GrammarListing.Of(model.Within(schema.Namespaces)), StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
