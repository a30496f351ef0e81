using PairSettle.Exi.Generator.Planning;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the public members of a type that stands alone as a document.</summary>
internal static class RootEmitter
{
    public static void Emit(CodeWriter code, TypePlan plan, RootPlan root)
    {
        var type = Escape(plan.Type.Name);
        var name = Literal(root.Name.LocalName);
        var hiding = plan.HidesRoot ? "new " : string.Empty;
        var schema = root.Schema is { } holder ? holder.In(plan.Type.Namespace) + ".Codec" : string.Empty;
        EmitTryDecode(code, type, "Decodes an EXI document", schema);
        code.Lines(
            "/// <summary>Decodes an EXI document.</summary>",
            "/// <param name=\"source\">The whole stream.</param>",
            "/// <param name=\"limits\">What to accept at most; by default <see cref=\"ExiLimits.Default\"/>.</param>",
            "/// <returns>The message.</returns>",
            "/// <exception cref=\"ExiContentException\">The stream is not a valid message.</exception>",
            $"public static {hiding}{type} Decode(ReadOnlySpan<byte> source, ExiLimits? limits = null) =>",
            "    TryDecode(source, out var message, out var error, limits) ? message : throw new ExiContentException(error);");
        code.Line();
        code.Lines(
            "/// <summary>Encodes the message as an EXI document.</summary>",
            "/// <param name=\"destination\">Receives the stream.</param>",
            "/// <param name=\"bytesWritten\">The octets of the stream; 0 if the destination is too small.</param>",
            "/// <returns>Whether the destination was large enough.</returns>",
            "/// <exception cref=\"ExiContentException\">The message breaks its schema.</exception>");
        code.Open($"public {hiding}bool TryEncode(Span<byte> destination, out int bytesWritten)");
        code.Line("var writer = new ExiWriter(destination);");
        code.Line("WriteDocument(ref writer);");
        if (root.Schema is not null)
        {
            code.Open("if (writer.NeedsNames)");
            code.Line($"writer = new ExiWriter(destination, new ExiStringTable({schema}, writesReferences: false));");
            code.Line("WriteDocument(ref writer);");
            code.Close();
            code.Line();
        }

        code.Line("return writer.Finish(out bytesWritten);");
        code.Close();
        code.Line();
        code.Lines(
            "/// <summary>Encodes the message as an EXI document.</summary>",
            "/// <param name=\"destination\">Receives the stream.</param>",
            "/// <exception cref=\"ExiContentException\">The message breaks its schema.</exception>");
        code.Open($"public {hiding}void Encode(IBufferWriter<byte> destination)");
        code.Line("var span = destination.GetSpan(256);");
        code.Line("var writer = new ExiWriter(span);");
        code.Line("WriteDocument(ref writer);");
        if (root.Schema is not null)
        {
            code.Line("var needsNames = writer.NeedsNames;");
            code.Open("if (needsNames)");
            code.Line($"writer = new ExiWriter(span, new ExiStringTable({schema}, writesReferences: false));");
            code.Line("WriteDocument(ref writer);");
            code.Close();
            code.Line();
        }

        code.Open("if (writer.Overflowed)");
        code.Line(root.Schema is null
            ? "writer = new ExiWriter(destination.GetSpan((int)writer.RequiredOctets));"
            : $"writer = new ExiWriter(destination.GetSpan((int)writer.RequiredOctets), needsNames ? new ExiStringTable({schema}, writesReferences: false) : null);");
        code.Line("WriteDocument(ref writer);");
        code.Close();
        code.Line();
        code.Line("writer.Finish(out var bytesWritten);");
        code.Line("destination.Advance(bytesWritten);");
        code.Close();
        code.Line();
        code.Lines(
            "/// <summary>Encodes the message as an EXI document.</summary>",
            "/// <returns>The stream.</returns>",
            "/// <exception cref=\"ExiContentException\">The message breaks its schema.</exception>");
        code.Open($"public {hiding}byte[] ToExi()");
        code.Line("Span<byte> buffer = stackalloc byte[512];");
        code.Open("if (TryEncode(buffer, out var bytesWritten))");
        code.Line("return buffer[..bytesWritten].ToArray();");
        code.Close();
        code.Line();
        code.Line("var destination = new ArrayBufferWriter<byte>(2048);");
        code.Line("Encode(destination);");
        code.Line("return destination.WrittenSpan.ToArray();");
        code.Close();
        code.Line();
        code.Lines(
            "/// <summary>Writes the message in its XML form.</summary>",
            "/// <returns>The text of an XML document.</returns>");
        code.Open($"public {hiding}string ToXml()");
        code.Line("var text = new StringBuilder();");
        code.Open("using (var writer = ExiXml.CreateWriter(text))");
        code.Line($"writer.WriteStartElement({Literal(root.Prefix)}, {name}, {Literal(root.Name.Namespace)});");
        foreach (var prefix in root.Prefixes.Where(prefix => prefix.Namespace != root.Name.Namespace))
        {
            code.Line($"writer.WriteAttributeString(\"xmlns\", {Literal(prefix.Prefix)}, null, {Literal(prefix.Namespace)});");
        }

        code.Line("WriteXml(writer);");
        code.Line("writer.WriteEndElement();");
        code.Close();
        code.Line();
        code.Line("return text.ToString();");
        code.Close();
        code.Line();
        code.Lines(
            "/// <summary>Reads a message from its XML form.</summary>",
            "/// <param name=\"xml\">The text of an XML document.</param>",
            "/// <param name=\"message\">The message, on success.</param>",
            "/// <param name=\"error\">Where and why the text was refused, otherwise.</param>",
            "/// <param name=\"limits\">What to accept at most; by default <see cref=\"ExiLimits.Default\"/>.</param>",
            "/// <returns>Whether the text is a valid message.</returns>");
        code.Open($"public static bool TryParseXml(string xml, [NotNullWhen(true)] out {type}? message, out ExiError error, ExiLimits? limits = null)");
        code.Line($"using var reader = new ExiXmlParser(xml, limits ?? ExiLimits.Default){(root.Schema is null ? string.Empty : $" {{ Codec = {schema} }}")};");
        code.Line("message = null;");
        code.Open($"if (!reader.At({name}, {Literal(root.Name.Namespace)}))");
        code.Line("reader.Fail(ExiFault.UnexpectedRoot);");
        code.Close();
        code.Open("else if (!TryReadXml(reader, out var read))");
        code.Line($"reader.FailIn({name});");
        code.Close();
        code.Open("else if (reader.Finish())");
        code.Line("message = read;");
        code.Close();
        code.Line();
        code.Line("error = reader.Error;");
        code.Line("return message is not null;");
        code.Close();
        code.Line();
        code.Open($"private static bool TryReadDocument(ref ExiReader reader, [NotNullWhen(true)] out {type}? message)");
        code.Line("message = null;");
        code.If("!reader.ReadHeader()", "return false;");
        code.Line();
        code.Line($"// SE({root.Name.LocalName}) is number {root.Code} of {root.Count} productions, the last of which is SE(*).");
        code.Line($"var code = reader.ReadEventCode({root.Width}, {root.Count});");
        code.If($"code != {root.Code}", "return reader.Fail(ExiFault.UnexpectedRoot);");
        code.Line();
        code.If("!TryReadExi(ref reader, out var read)", $"return reader.FailIn({name});");
        code.Line();
        code.If("!reader.Finish()", "return false;");
        code.Line();
        code.Line("message = read;");
        code.Line("return true;");
        code.Close();
        code.Line();
        code.Open("private void WriteDocument(ref ExiWriter writer)");
        code.Line($"// The header, then SE({root.Name.LocalName}).");
        code.Line($"writer.WriteBits(0x{(0x80 << root.Width) | root.Code:X}, {8 + root.Width});");
        code.If("!WriteExi(ref writer)", $"writer.FailIn({name});");
        code.Close();
        code.Line();
    }

    /// <summary>Emits the decoding of a whole stream around <c>TryReadDocument</c>.</summary>
    public static void EmitTryDecode(CodeWriter code, string type, string summary, string schema)
    {
        code.Lines(
            $"/// <summary>{summary}.</summary>",
            "/// <param name=\"source\">The whole stream.</param>",
            "/// <param name=\"message\">The message, on success.</param>",
            "/// <param name=\"error\">Where and why the stream was refused, otherwise.</param>",
            "/// <param name=\"limits\">What to accept at most; by default <see cref=\"ExiLimits.Default\"/>.</param>",
            "/// <returns>Whether the stream is a valid message.</returns>");
        code.Line($"public static bool TryDecode(ReadOnlySpan<byte> source, [NotNullWhen(true)] out {type}? message, out ExiError error, ExiLimits? limits = null) =>");
        code.Line("    TryDecodeDocument(source, null, out message, out error, limits);");
        code.Line();
        code.Lines(
            $"/// <summary>{summary} into the objects of a pool.</summary>",
            "/// <param name=\"source\">The whole stream.</param>",
            "/// <param name=\"pool\">Where to take objects from; its next decode ends the life of this message.</param>",
            "/// <param name=\"message\">The message, on success.</param>",
            "/// <param name=\"error\">Where and why the stream was refused, otherwise.</param>",
            "/// <param name=\"limits\">What to accept at most; by default <see cref=\"ExiLimits.Default\"/>.</param>",
            "/// <returns>Whether the stream is a valid message.</returns>");
        code.Open($"public static bool TryDecode(ReadOnlySpan<byte> source, ExiPool pool, [NotNullWhen(true)] out {type}? message, out ExiError error, ExiLimits? limits = null)");
        code.Line("ArgumentNullException.ThrowIfNull(pool);");
        code.Line("return TryDecodeDocument(source, pool, out message, out error, limits);");
        code.Close();
        code.Line();
        code.Open($"private static bool TryDecodeDocument(ReadOnlySpan<byte> source, ExiPool? pool, [NotNullWhen(true)] out {type}? message, out ExiError error, ExiLimits? limits)");
        code.Lines(
            "limits ??= ExiLimits.Default;",
            "Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];",
            "var reader = new ExiReader(source, scratch, limits, null, pool);");
        code.Open("if (TryReadDocument(ref reader, out message))");
        code.Line("error = default;");
        code.Line("return true;");
        code.Close();
        code.Line();
        code.Open("if (reader.Error.Fault == ExiFault.StringTableNeeded)");
        code.Line("// The stream refers to strings that it has written before: once more, with a table of them.");
        code.Line($"reader = new ExiReader(source, scratch, limits, new ExiStringTable({schema}), pool);");
        code.Line("TryReadDocument(ref reader, out message);");
        code.Close();
        code.Line();
        code.Line("error = reader.Error;");
        code.Line("return message is not null;");
        code.Close();
        code.Line();
    }
}
