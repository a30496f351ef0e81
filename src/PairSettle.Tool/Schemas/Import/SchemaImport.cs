using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>A schema as annotated C#: the files, once they are proven to code as the schema does.</summary>
/// <param name="Target">The schema's namespace.</param>
/// <param name="Files">The files; none where there are errors.</param>
/// <param name="Comparison">The proof, where there are no errors.</param>
/// <param name="Errors">What stands against it.</param>
internal sealed record SchemaImport(string Target, IReadOnlyList<SourceFile> Files, GrammarComparison? Comparison, IReadOnlyList<ImportError> Errors)
{
    /// <summary>Imports a schema document with everything that it includes and imports.</summary>
    /// <param name="path">The document.</param>
    /// <param name="csharpNamespace">The C# namespace of the types.</param>
    public static SchemaImport Of(string path, string csharpNamespace)
    {
        XmlSchemaSet schemas;
        try
        {
            schemas = XsdFiles.Load(path);
        }
        catch (Exception e) when (e is XmlException or XmlSchemaException or IOException or UnauthorizedAccessException)
        {
            return Refused(path, [new(ImportFault.SchemaInvalid, path, e.Message)]);
        }

        // The document itself is the one that nothing refers to, so it alone has this address.
        var address = new Uri(Path.GetFullPath(path)).AbsoluteUri;
        var target = schemas.Schemas().Cast<XmlSchema>().First(schema => schema.SourceUri == address).TargetNamespace ?? string.Empty;
        var (schema, errors) = SchemaPlanner.Plan(schemas, target, csharpNamespace);
        return errors.Count > 0 ? Refused(target, errors) : Prove(schemas, target, SourceWriter.Write(schema));
    }

    private static SchemaImport Prove(XmlSchemaSet schemas, string target, IReadOnlyList<SourceFile> files)
    {
        try
        {
            var (comparison, errors) = ImportProof.Prove(files, target, GrammarListing.Of(XsdSchemaReader.Read(schemas)));
            return errors.Count > 0 ? Refused(target, errors) : new(target, files, comparison, []);
        }
        catch (SchemaException e)
        {
            return Refused(target, [new(ImportFault.SchemaInvalid, target, e.Message)]);
        }
    }

    private static SchemaImport Refused(string target, IReadOnlyList<ImportError> errors) => new(target, [], null, errors);
}
