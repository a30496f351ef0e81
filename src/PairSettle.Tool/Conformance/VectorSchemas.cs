using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Interpreter;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Conformance;

/// <summary>The schema documents that lines name: as grammars, and as what XML can be valid against.</summary>
/// <param name="folder">The folder of the documents; by default <c>xsd</c> beside the folder of the line's file.</param>
internal sealed class VectorSchemas(string? folder)
{
    private readonly Dictionary<string, ExiGrammars> _grammars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XmlSchemaSet> _sets = new(StringComparer.Ordinal);

    /// <summary>The grammars of a schema document; null where it cannot be read.</summary>
    /// <param name="vector">The line that asks.</param>
    /// <param name="schema">The path of the document, <c>+</c> for the types of XML Schema alone, or null for no schema.</param>
    /// <param name="problem">Why there are none.</param>
    public ExiGrammars? Grammars(Vector vector, string? schema, out string? problem)
    {
        problem = null;
        switch (schema)
        {
            case null:
                return ExiGrammars.SchemaLess;
            case "+":
                return ExiGrammars.XmlSchemaTypes;
        }

        try
        {
            if (!_grammars.TryGetValue(schema, out var grammars))
            {
                _grammars.Add(schema, grammars = ExiGrammars.Load(PathOf(vector, schema)));
            }

            return grammars;
        }
        catch (Exception e) when (e is XmlSchemaException or XmlException or IOException)
        {
            problem = $"schema: {e.Message}";
            return null;
        }
    }

    /// <summary>
    /// What the framework's validator, which knows nothing of EXI, finds wrong with the XML of a line; null where it finds nothing.
    /// </summary>
    public string? Violation(Vector vector, string schema)
    {
        if (!_sets.TryGetValue(schema, out var set))
        {
            _sets.Add(schema, set = XsdFiles.Load(PathOf(vector, schema)));
        }

        string? violation = null;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = set, ConformanceLevel = ConformanceLevel.Auto };
        settings.ValidationEventHandler += (_, problem) => violation ??= problem.Severity == XmlSeverityType.Error ? problem.Message : null;
        using var reader = XmlReader.Create(new StringReader(vector.Xml!), settings);
        while (violation is null && reader.Read())
        {
        }

        return violation;
    }

    private string PathOf(Vector vector, string schema) =>
        Path.Combine(folder ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(vector.File))!, "..", "xsd"), schema);
}
