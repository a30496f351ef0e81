using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Values;
using PairSettle.Exi.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Exi.Interpreter;

/// <summary>
/// The grammars that streams are read and written with: those of a schema, or those that need none. Build them once; they
/// may be used by any number of readers and writers at once.
/// </summary>
public sealed class ExiGrammars
{
    private readonly ConcurrentDictionary<RuleKey, RuleSet> _rules = new();
    private readonly DatatypeTable _datatypes = new();
    private readonly SchemaIndex? _schema;

    private ExiGrammars(SchemaModel? model, string? schemaId)
    {
        _schema = model is null ? null : new SchemaIndex(model);
        Names = model is null ? InitialNames.SchemaLess : new InitialNames(model);
        SchemaId = schemaId;
    }

    /// <summary>Grammars without a schema: streams bring their names along and learn as they go (EXI 1.0, 8.4).</summary>
    public static ExiGrammars SchemaLess { get; } = new(null, null);

    /// <summary>Grammars of the types of XML Schema alone, which <c>xsi:type</c> may name (EXI 1.0, 5.4, an empty schemaId).</summary>
    public static ExiGrammars XmlSchemaTypes { get; } = new(
        new SchemaModel { Elements = default, Types = new([BuiltInTypes.AnyType]), NamedTypes = BuiltInTypes.All.ToEquatable() },
        string.Empty);

    /// <summary>What an options document calls the schema; null where there is none or it is left unsaid.</summary>
    public string? SchemaId { get; }

    /// <summary>Whether a schema informs the grammars.</summary>
    public bool IsSchemaInformed => _schema is not null;

    internal InitialNames Names { get; }

    /// <summary>Builds the grammars of a schema.</summary>
    /// <param name="schemas">The schema documents; they are compiled if they are not yet.</param>
    /// <param name="schemaId">What an options document is to call the schema, or null to leave it unsaid.</param>
    /// <returns>The grammars.</returns>
    /// <exception cref="XmlSchemaException">The documents are no valid schema, or a content model is too large.</exception>
    public static ExiGrammars FromSchemas(XmlSchemaSet schemas, string? schemaId = null)
    {
        var model = XsdSchemaReader.Read(schemas);
        var index = new SchemaIndex(model);
        try
        {
            // Whatever is wrong with the schema shows here, not in the middle of a stream.
            foreach (var type in model.Types)
            {
                _ = GrammarBuilder.BuildAny(type, index);
            }
        }
        catch (SchemaException e)
        {
            throw new XmlSchemaException(e.Message, e);
        }

        return new ExiGrammars(model, schemaId);
    }

    /// <summary>
    /// Builds the grammars of schema documents in files, with all that they include and import by relative paths. Nothing is
    /// fetched from a network.
    /// </summary>
    /// <param name="paths">The documents.</param>
    /// <returns>The grammars.</returns>
    /// <exception cref="XmlSchemaException">The documents are no valid schema, or a content model is too large.</exception>
    /// <exception cref="XmlException">A document is not well-formed.</exception>
    /// <exception cref="IOException">A document cannot be read, or one that it refers to is not there.</exception>
    public static ExiGrammars Load(params IEnumerable<string> paths) => FromSchemas(XsdFiles.Load(paths));

    /// <summary>Wraps a model that is made otherwise.</summary>
    internal static ExiGrammars Of(SchemaModel model) => new(model, null);

    internal RuleSet Rules(ExiOptions options) => _rules.GetOrAdd(RuleKey.Of(options), key => new RuleSet(_schema, Names, _datatypes, key));
}
