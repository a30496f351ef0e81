using System.Xml;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Measurement;

/// <summary>
/// Measures the interpreter on vectors: decoding reads every node and every attribute, encoding writes the same nodes from
/// memory. Grammars are made once for each schema; strings are written in full, as ISO 15118 does.
/// </summary>
/// <param name="schemas">The folder of the schema documents that vectors name.</param>
internal sealed class InterpreterBench(string schemas)
{
    private static readonly ExiOptions s_options = ExiOptions.Default with { ValuePartitionCapacity = 0 };

    private readonly Dictionary<string, ExiGrammars> _grammars = new(StringComparer.Ordinal);

    /// <summary>Measures a vector, or says why it cannot be measured.</summary>
    public bool TryMeasure(Vector vector, out string line, out string? reason)
    {
        line = string.Empty;
        if (vector.ExiHex is null || vector.Schema is null || !File.Exists(Path.Combine(schemas, vector.Schema)))
        {
            reason = $"the line lacks exi_hex or schema, or there is no {Path.Combine(schemas, vector.Schema ?? string.Empty)}";
            return false;
        }

        if (!_grammars.TryGetValue(vector.Schema, out var grammars))
        {
            _grammars.Add(vector.Schema, grammars = ExiGrammars.Load(Path.Combine(schemas, vector.Schema)));
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        try
        {
            var nodes = Nodes(octets, grammars);
            using var destination = new MemoryStream(octets.Length + 16);
            Write(nodes, destination, grammars);
            reason = destination.ToArray().AsSpan().SequenceEqual(octets) ? null : "encode does not give the same octets";
            if (reason is null)
            {
                line = ExiBench.Line(
                    vector.Id!, octets.Length, Stopclock.Measure(() => Read(octets, grammars)), Stopclock.Measure(() => Write(nodes, destination, grammars)));
            }
        }
        catch (ExiXmlException e)
        {
            reason = $"decode: {e.Error}";
        }

        return reason is null;
    }

    private static List<Node> Nodes(byte[] octets, ExiGrammars grammars)
    {
        var nodes = new List<Node>();
        using var reader = new ExiXmlReader(octets, grammars, s_options);
        while (reader.Read())
        {
            nodes.Add(Node.Of(reader));
            var isEmpty = reader.IsEmptyElement;
            while (reader.MoveToNextAttribute())
            {
                nodes.Add(Node.Of(reader));
            }

            if (isEmpty)
            {
                nodes.Add(new(XmlNodeType.EndElement, string.Empty, string.Empty, string.Empty, string.Empty));
            }
        }

        return nodes;
    }

    private static void Read(byte[] octets, ExiGrammars grammars)
    {
        using var reader = new ExiXmlReader(octets, grammars, s_options);
        while (reader.Read())
        {
            while (reader.MoveToNextAttribute())
            {
                _ = reader.Value;
            }
        }
    }

    private static void Write(List<Node> nodes, MemoryStream destination, ExiGrammars grammars)
    {
        destination.SetLength(0);
        using var writer = new ExiXmlWriter(destination, grammars, s_options, leaveOpen: true);
        foreach (var node in nodes)
        {
            switch (node.Type)
            {
                case XmlNodeType.Element:
                    writer.WriteStartElement(node.Prefix, node.LocalName, node.Uri);
                    break;
                case XmlNodeType.Attribute:
                    writer.WriteAttributeString(node.Prefix, node.LocalName, node.Uri, node.Value);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                default:
                    writer.WriteString(node.Value);
                    break;
            }
        }

        writer.WriteEndDocument();
    }

    private readonly record struct Node(XmlNodeType Type, string Prefix, string LocalName, string Uri, string Value)
    {
        public static Node Of(XmlReader reader) => new(reader.NodeType, reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
    }
}
