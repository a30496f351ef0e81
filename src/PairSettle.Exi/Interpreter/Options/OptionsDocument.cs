using System.Globalization;
using System.Xml;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Options;

/// <summary>Reads and writes the options document of a header (EXI 1.0, 5.4), itself a stream of strict grammars.</summary>
internal static class OptionsDocument
{
    public const string Namespace = "http://www.w3.org/2009/exi";

    private static readonly ExiGrammars s_grammars = ExiGrammars.Of(OptionsSchema.Create());
    private static readonly ExiOptions s_strict = new() { IsStrict = true };

    /// <summary>Reads options, to take the place of those agreed out of band.</summary>
    /// <param name="source">The source, right behind the version.</param>
    /// <param name="agreed">The options whose limits apply.</param>
    /// <param name="schemaId">Whether the document names a schema, and how; null where it says that there is none.</param>
    public static ExiOptions Read(BitSource source, ExiOptions agreed, out (bool IsGiven, string? Name) schemaId)
    {
        var start = source.BitOffset;
        var reader = new EventReader(source, s_grammars, s_strict with { Limits = agreed.Limits });
        var options = new ExiOptions { Limits = agreed.Limits, HasOptionsDocument = true };
        var path = new Stack<string>();
        var map = new Dictionary<XmlQualifiedName, XmlQualifiedName>();
        XmlQualifiedName? mapped = null;
        schemaId = default;
        for (var found = reader.Read(); found.Kind != RuleEvent.EndDocument; found = reader.Read())
        {
            switch (found.Kind)
            {
                case RuleEvent.StartElement:
                    if (path.TryPeek(out var parent) && parent == "datatypeRepresentationMap")
                    {
                        var name = new XmlQualifiedName(found.Name!.LocalName, found.Name.Uri);
                        (mapped, _) = mapped is null ? (name, true) : (null, map.TryAdd(mapped, name));
                    }
                    else if (found.Name!.Uri == Namespace)
                    {
                        options = Flag(options, found.Name.LocalName);
                    }
                    schemaId = found.Name.LocalName == "schemaId" ? (true, string.Empty) : schemaId;
                    path.Push(found.Name.LocalName);
                    break;
                case RuleEvent.EndElement:
                    path.Pop();
                    break;
                case RuleEvent.Attribute when found.Name!.IsXsiNil:
                    schemaId = found.Value == "true" ? (true, null) : schemaId;
                    break;
                case RuleEvent.Characters when path.Peek() == "schemaId":
                    schemaId = (true, found.Value);
                    break;
                case RuleEvent.Characters:
                    options = Number(options, path.Peek(), found.Value, start);
                    break;
            }
        }

        options = options with { DatatypeRepresentations = map };
        return options.AreConsistent ? options : throw new ExiFaultException(ExiFault.InvalidOptions, start);
    }

    /// <summary>Writes the options that differ from the default.</summary>
    public static void Write(BitSink sink, ExiOptions options, ExiGrammars grammars)
    {
        var writer = new EventWriter(sink, Stream.Null, s_grammars, s_strict);
        Element("header", () =>
        {
            var uncommon = options.Alignment is ExiAlignment.ByteAligned or ExiAlignment.PreCompression || options.IsSelfContained
                || options.ValueMaxLength is not null || options.ValuePartitionCapacity is not null || Maps(options);
            var isBlocked = options.IsReordered && options.BlockSize != ExiOptions.DefaultBlockSize;
            When(uncommon || options.Preserve != 0 || isBlocked, "lesscommon", () =>
            {
                When(uncommon, "uncommon", () => Uncommon(options));
                When(options.Preserve != 0, "preserve", () =>
                {
                    When(options.Preserves(ExiPreserve.Dtds), "dtd");
                    When(options.Preserves(ExiPreserve.Prefixes), "prefixes");
                    When(options.Preserves(ExiPreserve.LexicalValues), "lexicalValues");
                    When(options.Preserves(ExiPreserve.Comments), "comments");
                    When(options.Preserves(ExiPreserve.ProcessingInstructions), "pis");
                });
                When(isBlocked, "blockSize", () => Text(options.BlockSize));
            });
            When(options.Alignment == ExiAlignment.Compression || options.IsFragment || options.HasSchemaId, "common", () =>
            {
                When(options.Alignment == ExiAlignment.Compression, "compression");
                When(options.IsFragment, "fragment");
                When(options.HasSchemaId, "schemaId", () => SchemaId(grammars));
            });
            When(options.IsStrict, "strict");
        });
        writer.EndBody();

        void Uncommon(ExiOptions chosen)
        {
            When(chosen.Alignment is ExiAlignment.ByteAligned or ExiAlignment.PreCompression, "alignment", () =>
                Element(chosen.Alignment == ExiAlignment.ByteAligned ? "byte" : "pre-compress"));
            When(chosen.IsSelfContained, "selfContained");
            When(chosen.ValueMaxLength is not null, "valueMaxLength", () => Text(chosen.ValueMaxLength!.Value));
            When(chosen.ValuePartitionCapacity is not null, "valuePartitionCapacity", () => Text(chosen.ValuePartitionCapacity!.Value));
            foreach (var (type, representation) in Maps(chosen) ? chosen.DatatypeRepresentations : new Dictionary<XmlQualifiedName, XmlQualifiedName>())
            {
                Element("datatypeRepresentationMap", () =>
                {
                    Empty(type);
                    Empty(representation);
                });
            }
        }

        void SchemaId(ExiGrammars chosen)
        {
            if (!chosen.IsSchemaInformed)
            {
                writer.XsiNil(string.Empty, "true");
            }
            else
            {
                _ = writer.TryCharacters(chosen.SchemaId ?? string.Empty);
            }
        }

        void Empty(XmlQualifiedName name)
        {
            writer.StartElement(string.Empty, name.Namespace, name.Name);
            writer.EndElement();
        }

        void Text(int number) => _ = writer.TryCharacters(number.ToString(CultureInfo.InvariantCulture));

        void When(bool condition, string name, Action? content = null)
        {
            if (condition)
            {
                Element(name, content);
            }
        }

        void Element(string name, Action? content = null)
        {
            writer.StartElement(string.Empty, Namespace, name);
            content?.Invoke();
            writer.EndElement();
        }
    }

    private static bool Maps(ExiOptions options) => options.DatatypeRepresentations.Count > 0 && !options.Preserves(ExiPreserve.LexicalValues);

    private static ExiOptions Flag(ExiOptions options, string name) => name switch
    {
        "byte" => options with { Alignment = ExiAlignment.ByteAligned },
        "pre-compress" => options with { Alignment = ExiAlignment.PreCompression },
        "compression" => options with { Alignment = ExiAlignment.Compression },
        "selfContained" => options with { IsSelfContained = true },
        "dtd" => options with { Preserve = options.Preserve | ExiPreserve.Dtds },
        "prefixes" => options with { Preserve = options.Preserve | ExiPreserve.Prefixes },
        "lexicalValues" => options with { Preserve = options.Preserve | ExiPreserve.LexicalValues },
        "comments" => options with { Preserve = options.Preserve | ExiPreserve.Comments },
        "pis" => options with { Preserve = options.Preserve | ExiPreserve.ProcessingInstructions },
        "fragment" => options with { IsFragment = true },
        "strict" => options with { IsStrict = true },
        _ => options,
    };

    private static ExiOptions Number(ExiOptions options, string name, string literal, long offset)
    {
        if (!uint.TryParse(literal, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || name == "blockSize" && read == 0)
        {
            throw new ExiFaultException(ExiFault.InvalidOptions, offset);
        }

        var number = (int)Math.Min(read, int.MaxValue);
        return name switch
        {
            "valueMaxLength" => options with { ValueMaxLength = number },
            "valuePartitionCapacity" => options with { ValuePartitionCapacity = number },
            "blockSize" => options with { BlockSize = number },
            _ => options,
        };
    }
}
