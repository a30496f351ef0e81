using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the class of a schema: its codec for tools, and typed fragments of the elements that can be signed.</summary>
internal static class SchemaEmitter
{
    public static string Emit(SchemaPlan plan)
    {
        var code = new CodeWriter();
        TypeEmitter.Header(code, plan.Type.Namespace);
        code.Open($"partial class {Escape(plan.Type.Name)}");
        code.Lines(
            "/// <summary>The codec of the whole schema, for callers that learn the element only at run time.</summary>",
            "public static ExiCodec Codec { get; } = new SchemaCodec();");
        code.Line();
        if (plan.Messages is { } messages)
        {
            EmitMessages(code, plan, messages);
        }

        foreach (var same in plan.Elements.Where(entry => entry is { Type: not null, HasId: true }).GroupBy(entry => entry.Type!.Value)
            .OrderBy(same => same.Key.Full, StringComparer.Ordinal))
        {
            EmitFragment(code, plan, same.Key.In(plan.Type.Namespace), same.ToList());
        }

        EmitCodec(code, plan);
        code.Close();
        return code.ToString();
    }

    private static void EmitMessages(CodeWriter code, SchemaPlan plan, MessagesPlan messages)
    {
        var type = messages.Base.In(plan.Type.Namespace);
        RootEmitter.EmitTryDecode(code, type, "Decodes an EXI document, whichever message it is", plan.HasWildcards ? "Codec" : string.Empty);
        code.Open($"private static bool TryReadDocument(ref ExiReader reader, [NotNullWhen(true)] out {type}? message)");
        code.Line("message = null;");
        code.If("!reader.ReadHeader()", "return false;");
        code.Line();
        code.Line($"{type} read;");
        code.Open($"switch (reader.ReadEventCode({plan.RootWidth}, {plan.Roots.Count + 1}))");
        foreach (var message in messages.Messages)
        {
            code.Line($"case {message.Code}:");
            code.Open();
            code.If($"!{message.Type.In(plan.Type.Namespace)}.TryReadExi(ref reader, out var value)", $"return reader.FailIn({Literal(message.Name.LocalName)});");
            code.Line();
            code.Line("read = value;");
            code.Line("break;");
            code.Close();
        }

        code.Open("default:");
        code.Line("return reader.Fail(ExiFault.UnexpectedRoot);");
        code.Close();
        code.Close();
        code.Line();
        code.If("!reader.Finish()", "return false;");
        code.Line();
        code.Line("message = read;");
        code.Line("return true;");
        code.Close();
        code.Line();
    }

    private static void EmitFragment(CodeWriter code, SchemaPlan plan, string type, List<EntryPlan> entries)
    {
        var names = string.Join(", ", entries.Select(entry => entry.Name.LocalName).Distinct());
        var isSingle = entries.Count == 1;
        var codec = plan.HasWildcards ? ", Codec" : string.Empty;
        var shape = $"{plan.ElementWidth}, {plan.Elements.Count + 2}";
        code.Lines(
            $"/// <summary>Encodes a fragment of one element ({Xml(names)}), as signatures are computed over it (EXI 1.0, 8.5.2).</summary>",
            "/// <param name=\"value\">The element.</param>");
        if (!isSingle)
        {
            code.Line("/// <param name=\"elementName\">Which of its names the element has.</param>");
        }

        code.Lines(
            "/// <returns>The stream.</returns>",
            "/// <exception cref=\"ExiContentException\">The element breaks its schema.</exception>");
        if (!isSingle)
        {
            code.Line("/// <exception cref=\"ArgumentException\">No element of this type has the name.</exception>");
        }

        if (entries[0].RelaxedAttributes is { } attributes)
        {
            var entry = entries[0];
            code.Line($"public static byte[] EncodeFragment({type} value) =>");
            code.Line($"    {RelaxedName(entry)}.Encode([{string.Join(", ", attributes.Select(attribute => $"value.{Escape(attribute.Member.Property)}"))}], value.{Escape(entry.RelaxedText!.Member.Property)});");
        }
        else if (isSingle)
        {
            code.Line($"public static byte[] EncodeFragment({type} value) =>");
            code.Line($"    ExiFragment.Encode(value, {Literal(entries[0].Name.LocalName)}, {entries[0].Code}, {shape}{codec});");
        }
        else
        {
            code.Open($"public static byte[] EncodeFragment({type} value, string elementName) => elementName switch");
            foreach (var entry in entries.GroupBy(entry => entry.Name.LocalName).Select(same => same.First()))
            {
                code.Line($"{Literal(entry.Name.LocalName)} => ExiFragment.Encode(value, elementName, {entry.Code}, {shape}{codec}),");
            }

            code.Line("_ => throw new ArgumentException(\"No element of this type has the name.\", nameof(elementName)),");
            code.Close(";");
        }

        code.Line();
        code.Lines(
            $"/// <summary>Decodes a fragment of one element ({Xml(names)}).</summary>",
            "/// <param name=\"source\">The whole stream.</param>",
            "/// <param name=\"value\">The element, on success.</param>",
            "/// <param name=\"error\">Where and why the stream was refused, otherwise.</param>",
            "/// <param name=\"limits\">What to accept at most; by default <see cref=\"ExiLimits.Default\"/>.</param>",
            "/// <returns>Whether the stream is a valid fragment.</returns>");
        var signature = $"public static bool TryDecodeFragment(ReadOnlySpan<byte> source, [NotNullWhen(true)] out {type}? value, out ExiError error, ExiLimits? limits = null)";
        if (entries[0].RelaxedAttributes is { } relaxed)
        {
            var entry = entries[0];
            code.Open(signature);
            code.Line("value = null;");
            code.If($"!{RelaxedName(entry)}.TryDecode(source, out var attributes, out var text, out error, limits)", "return false;");
            code.Line();
            var required = relaxed.Select((attribute, index) => (attribute, index)).Where(use => !use.attribute.Member.IsNullable).ToList();
            if (required.Count > 0)
            {
                code.Open($"if ({string.Join(" || ", required.Select(use => $"attributes[{use.index}] is null"))})");
                code.Line($"error = new ExiError(ExiFault.MissingAttribute, 0, {Literal(entry.Name.LocalName)});");
                code.Line("return false;");
                code.Close();
                code.Line();
            }

            code.Open($"value = new {type}");
            for (var i = 0; i < relaxed.Count; i++)
            {
                code.Line($"{Escape(relaxed[i].Member.Property)} = attributes[{i}]{(relaxed[i].Member.IsNullable ? string.Empty : "!")},");
            }

            code.Line($"{Escape(entry.RelaxedText!.Member.Property)} = text,");
            code.Close(";");
            code.Line("return true;");
            code.Close();
        }
        else
        {
            code.Line($"{signature} =>");
            code.Line(isSingle
                ? $"    ExiFragment.TryDecode(source, {Literal(entries[0].Name.LocalName)}, {entries[0].Code}, {shape}, limits, out value, out error{codec});"
                : $"    ExiFragment.TryDecode(source, [{string.Join(", ", entries.Select(entry => entry.Code))}], {shape}, limits, out value, out error{codec});");
        }

        code.Line();
    }

    private static void EmitCodec(CodeWriter code, SchemaPlan plan)
    {
        foreach (var entry in plan.Elements.Where(entry => entry.RelaxedAttributes is not null))
        {
            code.Line($"/// <summary>{Xml(entry.Name.LocalName)} has several types, so a fragment of it follows the relaxed grammar (EXI 1.0, 8.5.3).</summary>");
            code.Open($"private static ExiRelaxedElement {RelaxedName(entry)} {{ get; }} = new()");
            code.Lines(
                $"Prefix = {Literal(entry.Prefix)},",
                $"LocalName = {Literal(entry.Name.LocalName)},",
                $"Namespace = {Literal(entry.Name.Namespace)},",
                $"StringId = {entry.StringId},",
                $"Code = {entry.Code},",
                $"ElementWidth = {plan.ElementWidth},",
                $"ElementCount = {plan.Elements.Count},",
                $"AttributeCount = {plan.Relaxed.Attributes.Count},");
            code.Line("Attributes =");
            code.Line("[");
            foreach (var attribute in entry.RelaxedAttributes!.Value)
            {
                var number = plan.Relaxed.Attributes.ToList().IndexOf(attribute.Name);
                code.Line($"    new({number}, {Literal(attribute.Prefix)}, {Literal(attribute.Name.LocalName)}, {Literal(attribute.Name.Namespace)}, {attribute.StringId}),");
            }

            code.Line("],");
            code.Close(";");
            code.Line();
        }

        code.Open("private sealed class SchemaCodec : ExiSchemaCodec");
        code.Line($"public override string TargetNamespace => {Literal(plan.TargetNamespace)};");
        code.Line();
        code.Line($"protected override int RootWidth => {plan.RootWidth};");
        code.Line();
        code.Line($"protected override int ElementWidth => {plan.ElementWidth};");
        code.Line();
        code.Line($"protected override int ElementCount => {plan.Elements.Count + 2};");
        code.Line();
        code.Open("protected override void DeclarePrefixes(XmlWriter xml)");
        foreach (var prefix in plan.Prefixes)
        {
            code.Line($"DeclarePrefix(xml, {Literal(prefix.Prefix)}, {Literal(prefix.Namespace)});");
        }

        code.Close();
        code.Line();
        NamesEmitter.Emit(code, plan);
        EmitDecode(code, plan, "TryReadElement", plan.Elements);
        EmitEncode(code, plan, "EncodeElement", plan.Elements, true);
        code.Close();
    }

    private static void EmitDecode(CodeWriter code, SchemaPlan plan, string name, EquatableArray<EntryPlan> entries)
    {
        code.Open($"protected override bool {name}(ref ExiReader reader, int code, IExiElementSink sink) => code switch");
        foreach (var entry in entries)
        {
            var arguments = $"{Literal(entry.Prefix)}, {Literal(entry.Name.LocalName)}, {Literal(entry.Name.Namespace)}";
            code.Line($"{entry.Code} => " + (
                entry.RelaxedAttributes is not null ? $"{RelaxedName(entry)}.TryRead(ref reader, sink)"
                : entry.IsAbstract ? "reader.Fail(ExiFault.AbstractElement)"
                : entry.Type is { } type ? $"TryRead<{type.In(plan.Type.Namespace)}>(ref reader, sink, {arguments})"
                : "reader.Fail(ExiFault.UnrepresentableContent)") + $", // {entry.Name.LocalName}");
        }

        code.Line("_ => reader.Fail(ExiFault.UndeclaredContent),");
        code.Close(";");
        code.Line();
    }

    private static void EmitEncode(CodeWriter code, SchemaPlan plan, string name, EquatableArray<EntryPlan> entries, bool isFragment)
    {
        code.Open($"protected override byte[]? {name}(ExiXmlParser reader, ExiStringTableMode mode) => (reader.LocalName, reader.NamespaceUri) switch");
        foreach (var entry in entries)
        {
            code.Line($"({Literal(entry.Name.LocalName)}, {Literal(entry.Name.Namespace)}) => " + (
                entry.RelaxedAttributes is not null ? $"{RelaxedName(entry)}.Encode(reader, mode),"
                : entry.IsAbstract ? "Refuse(reader, ExiFault.AbstractElement),"
                : entry.Type is { } type ? $"Encode<{type.In(plan.Type.Namespace)}>(reader, mode, {entry.Code}, {(isFragment ? "true" : "false")}),"
                : "Refuse(reader, ExiFault.UnrepresentableContent),"));
        }

        code.Line("_ => Refuse(reader, ExiFault.UnexpectedRoot),");
        code.Close(";");
        code.Line();
    }

    private static string RelaxedName(EntryPlan entry) => $"Relaxed_{entry.Name.LocalName}";
}
