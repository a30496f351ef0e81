using PairSettle.Exi.Interpreter;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Options;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Encodes the events of a stream one by one, where XML text would not give them back: white space that a parser drops,
/// text in pieces, and declarations in the form of one parser.
/// </summary>
internal static class EventCopy
{
    /// <summary>Decodes the valid stream of a line and encodes its events.</summary>
    public static byte[] Encode(Vector vector, ExiGrammars grammars, ExiOptions options)
    {
        var source = new BitSource(Convert.FromHexString(vector.ExiHex!), options.Limits);
        var (found, foundGrammars) = Header.Read(source, options, grammars);
        var reader = new EventReader(source, foundGrammars, found);
        using var stream = new MemoryStream();
        var writer = new EventWriter(Header.Write(options, grammars), stream, grammars, options);
        for (var next = reader.Read(); next.Kind != RuleEvent.EndDocument; next = reader.Read())
        {
            Copy(next, writer);
        }

        writer.EndDocument();
        return stream.ToArray();
    }

    private static void Copy(ExiEvent found, EventWriter writer)
    {
        switch (found.Kind)
        {
            case RuleEvent.StartElement:
                StartElement(found.Name!, found.Prefix ?? string.Empty, writer);
                break;
            case RuleEvent.EndElement:
                writer.EndElement();
                break;
            case RuleEvent.NamespaceDeclaration:
                writer.NamespaceDeclaration(found.Prefix!, found.Value, found.IsOfElement);
                break;
            case RuleEvent.Characters:
                if (!writer.TryCharacters(found.Value))
                {
                    throw writer.Unencodable();
                }

                break;
            case RuleEvent.Attribute when found.Qualified is { } type:
                writer.XsiType(found.Prefix ?? string.Empty, found.Value, type);
                break;
            case RuleEvent.Attribute when found.Name!.IsXsiNil:
                writer.XsiNil(found.Prefix ?? string.Empty, found.Value);
                break;
            case RuleEvent.Attribute:
                writer.Attribute(found.Prefix ?? string.Empty, found.Name!.Uri, found.Name.LocalName, found.Value);
                break;
            default:
                writer.Remark(found.Kind, [found.Value, .. found.Parts ?? []]);
                break;
        }
    }

    private static void StartElement(ExpandedName name, string prefix, EventWriter writer)
    {
        writer.StartElement(prefix, name.Uri, name.LocalName);
        if (writer.State.IsSelfContained(name.Uri, name.LocalName))
        {
            writer.SelfContained(prefix, name.Uri, name.LocalName);
        }
    }
}
