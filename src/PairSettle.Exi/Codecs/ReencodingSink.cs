using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Codecs;

/// <summary>Encodes the element again, as the document or fragment that it came from.</summary>
/// <param name="codec">The codec of the schema, for the names of wildcards.</param>
/// <param name="destination">Receives the stream.</param>
/// <param name="variants">The variants to repeat, or null to write the encoder's own form.</param>
/// <param name="code">The event code of the element's start tag.</param>
/// <param name="width">The bits of that code.</param>
/// <param name="end">The event code of a fragment's end, or -1 for a document.</param>
internal sealed class ReencodingSink(
    ExiSchemaCodec codec, Memory<byte> destination, ExiVariants? variants, int code, int width, int end) : IExiElementSink
{
    private delegate bool Body<T>(ref ExiWriter writer, T value);

    /// <summary>The octets of the stream, whether the destination holds them or not.</summary>
    public int RequiredOctets { get; private set; }

    public void Take(ExiElement element, object value) => Encode(
        element.Name.LocalName, (element, value), static (ref writer, pair) => pair.element.Write(ref writer, pair.value));

    public void Take(string prefix, ExiQualifiedName name, IExiContent value) =>
        Encode(name.LocalName, value, static (ref writer, value) => value.WriteExi(ref writer));

    public void Take(ExiRelaxedElement element, ReadOnlySpan<string?> attributes, string text)
    {
        var writer = new ExiWriter(destination.Span, variants is null ? null : new ExiStringTable(codec, variants: variants));
        writer.WriteHeader();
        element.Write(ref writer, attributes, text);
        End(ref writer);
    }

    private void Encode<T>(string name, T value, Body<T> write)
    {
        var table = variants is null ? null : new ExiStringTable(codec, variants: variants);
        var writer = Begin(name, value, write, table);
        if (writer.NeedsNames)
        {
            writer = Begin(name, value, write, new ExiStringTable(codec, writesReferences: false));
        }

        if (end >= 0)
        {
            writer.WriteBits((uint)end, width);
        }

        End(ref writer);
    }

    private ExiWriter Begin<T>(string name, T value, Body<T> write, ExiStringTable? table)
    {
        var writer = new ExiWriter(destination.Span, table);
        writer.WriteHeader();
        writer.WriteBits((uint)code, width);
        if (!write(ref writer, value))
        {
            writer.FailIn(name);
        }

        return writer;
    }

    private void End(ref ExiWriter writer)
    {
        writer.Finish(out _);
        RequiredOctets = checked((int)writer.RequiredOctets);
    }
}
