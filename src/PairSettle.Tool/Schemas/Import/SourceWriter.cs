using System.Security;
using System.Text;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>Writes planned types as C#, one file each, and the class of the schema.</summary>
internal sealed class SourceWriter
{
    private const int LineWidth = 120;

    private readonly ImportedSchema _schema;
    private readonly StringBuilder _text = new();

    private SourceWriter(ImportedSchema schema) => _schema = schema;

    public static IReadOnlyList<SourceFile> Write(ImportedSchema schema) => schema.Types
        .Select(type => new SourceFile($"{type.Name}.cs", new SourceWriter(schema).Write(type)))
        .Prepend(new SourceFile($"{schema.Class}.cs", new SourceWriter(schema).WriteSchema())).ToList();

    private string WriteSchema()
    {
        Line("#nullable enable");
        Line();
        Line("using PairSettle.Exi;");
        var named = _schema.Namespaces.Where(one => one.Uri.Length > 0).ToList();
        Line(named.Count > 0 ? $"using {_schema.CSharpNamespace};\n" : string.Empty);
        foreach (var one in named)
        {
            var annotation = new Annotation("ExiNamespace").With($"{_schema.Class}.{one.Constant}")
                .With("Prefix", Annotation.Literal(one.Prefix ?? string.Empty), one.Prefix is not null)
                .With("ElementsQualified", "false", !one.ElementsQualified)
                .With("AttributesQualified", "true", one.AttributesQualified)
                .With("OtherNames", $"[{string.Join(", ", one.OtherNames.Select(Annotation.Literal))}]", one.OtherNames.Count > 0);
            Line($"[assembly: {annotation}]{(one == named[^1] ? "\n" : string.Empty)}");
        }

        Line($"namespace {_schema.CSharpNamespace};");
        Line();
        Summary("The codec of the schema, and the namespaces of all that it imports.", string.Empty);
        Line($"[ExiSchema({string.Join(", ", _schema.Namespaces.Select(one => one.Constant))})]");
        Line($"public static partial class {_schema.Class}");
        Line("{");
        foreach (var (one, index) in _schema.Namespaces.Select((one, index) => (one, index)))
        {
            if (index > 0)
            {
                Line();
            }

            Summary(index == 0 ? "The namespace of the schema." : "A namespace that the schema imports.", "    ");
            Line($"    public const string {one.Constant} = {Annotation.Literal(one.Uri)};");
        }

        Line("}");
        return _text.ToString();
    }

    private string Write(ImportedType type)
    {
        Line("#nullable enable");
        Line();
        if (type is ImportedRecord { Properties: var properties } && properties.Any(property => property.Type.Contains("BigInteger", StringComparison.Ordinal)))
        {
            Line("using System.Numerics;");
        }

        Line("using PairSettle.Exi;");
        Line();
        Line($"namespace {_schema.CSharpNamespace};");
        Line();
        Summary(type.Summary, string.Empty);
        if (type is ImportedRecord record)
        {
            Write(record);
        }
        else
        {
            Write((ImportedEnumeration)type);
        }

        return _text.ToString();
    }

    private void Write(ImportedRecord record)
    {
        foreach (var annotation in record.Annotations)
        {
            Line($"[{annotation}]");
        }

        var kind = (record.IsAbstract, record.IsStruct, record.IsSealed) switch
        {
            (true, _, _) => "abstract partial record",
            (_, true, _) => "readonly partial record struct",
            (_, _, true) => "sealed partial record",
            _ => "partial record",
        };
        Line($"public {kind} {record.Name}{(record.Base is null ? string.Empty : $" : {record.Base}")}");
        Line("{");
        foreach (var (property, index) in record.Properties.Select((property, index) => (property, index)))
        {
            if (index > 0)
            {
                Line();
            }

            Summary(property.Summary, "    ");
            foreach (var annotation in property.Annotations)
            {
                Line($"    [{annotation}]");
            }

            Line($"    public {(property.IsRequired ? "required " : string.Empty)}{property.Type} {property.Name} {{ get; init; }}");
        }

        Line("}");
    }

    private void Write(ImportedEnumeration enumeration)
    {
        Line($"public enum {enumeration.Name}");
        Line("{");
        foreach (var (member, index) in enumeration.Members.Select((member, index) => (member, index)))
        {
            if (index > 0)
            {
                Line();
            }

            Summary(member.Summary, "    ");
            if (member.Name != member.Literal)
            {
                Line($"    [ExiEnumValue({Annotation.Literal(member.Literal)})]");
            }

            Line($"    {member.Name},");
        }

        Line("}");
    }

    private void Summary(string text, string indent)
    {
        var words = SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal).Split(' ');
        var single = $"{indent}/// <summary>{string.Join(' ', words)}</summary>";
        if (single.Length <= LineWidth)
        {
            Line(single);
            return;
        }

        Line($"{indent}/// <summary>");
        var line = $"{indent}///";
        foreach (var word in words)
        {
            if (line.Length + 1 + word.Length > LineWidth)
            {
                Line(line);
                line = $"{indent}///";
            }

            line += $" {word}";
        }

        Line(line);
        Line($"{indent}/// </summary>");
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
