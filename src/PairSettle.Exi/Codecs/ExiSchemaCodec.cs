using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>The codec of a schema whose types are annotated; emitted code adds the tables of elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExiSchemaCodec : ExiCodec
{
    /// <summary>The bits of the event code of a document's root.</summary>
    protected abstract int RootWidth { get; }

    /// <summary>The names that the schema declares, a namespace each, sorted by namespace.</summary>
    public abstract ExiList<ExiNamespaceNames> Names { get; }

    /// <summary>The global elements in the order of their event codes, after which comes SE(*).</summary>
    protected abstract ExiElement[] CreateElements();

    /// <summary>The bits of the event code of a fragment's element.</summary>
    protected abstract int ElementWidth { get; }

    /// <summary>The number of distinct names of elements, and two for SE(*) and the end.</summary>
    protected abstract int ElementCount { get; }

    /// <inheritdoc/>
    public sealed override bool TryDecodeToXml(
        ReadOnlySpan<byte> exi,
        bool fragment,
        [NotNullWhen(true)] out string? xml,
        out ExiError error,
        ExiLimits? limits = null)
    {
        limits ??= ExiLimits.Default;
        Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];
        var reader = new ExiReader(exi, scratch, limits);
        xml = Transcode(ref reader, fragment);
        if (reader.Error.Fault == ExiFault.StringTableNeeded)
        {
            reader = new ExiReader(exi, scratch, limits, new ExiStringTable(this));
            xml = Transcode(ref reader, fragment);
        }

        error = reader.Error;
        return xml is not null;
    }

    /// <inheritdoc/>
    public sealed override bool TryEncodeFromXml(
        string xml,
        bool fragment,
        ExiStringTableMode mode,
        [NotNullWhen(true)] out byte[]? exi,
        out ExiError error)
    {
        using var reader = new ExiXmlParser(xml, ExiLimits.Default) { Codec = this };
        exi = reader.Failed ? null : fragment ? EncodeElement(reader, mode) : EncodeRoot(reader, mode);
        error = reader.Error;
        return exi is not null;
    }

    /// <summary>
    /// Decodes a document or a fragment and encodes its value again: in the encoder's own form or, where the caller asks
    /// for the variants of the stream, with these, which gives exactly the octets that were read.
    /// </summary>
    /// <param name="exi">The whole stream.</param>
    /// <param name="fragment">Whether the stream is a fragment.</param>
    /// <param name="destination">Receives the stream that is written, as much of it as there is room for.</param>
    /// <param name="octets">The octets of that stream, whether they fit or not; 0 where the stream is refused.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <param name="variants">Receives the variants of the stream, and they are written again; null to write none.</param>
    /// <param name="limits">What to accept at most; by default <see cref="ExiLimits.Default"/>.</param>
    /// <returns>Whether the stream is valid.</returns>
    public bool TryReencode(
        ReadOnlySpan<byte> exi,
        bool fragment,
        Memory<byte> destination,
        out int octets,
        out ExiError error,
        ExiVariants? variants = null,
        ExiLimits? limits = null)
    {
        limits ??= ExiLimits.Default;
        Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];
        var reader = new ExiReader(exi, scratch, limits, variants is null ? null : new ExiStringTable(this, variants: variants));
        var isValid = TryReencode(ref reader, fragment, destination, out octets, variants);
        if (reader.Error.Fault == ExiFault.StringTableNeeded)
        {
            reader = new ExiReader(exi, scratch, limits, new ExiStringTable(this));
            isValid = TryReencode(ref reader, fragment, destination, out octets, variants);
        }

        error = reader.Error;
        return isValid;
    }

    /// <summary>Declares the prefix of a namespace, unless the element at hand has it.</summary>
    /// <param name="xml">The text, inside the root's start tag.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="namespaceUri">The namespace.</param>
    protected static void DeclarePrefix(XmlWriter xml, string prefix, string namespaceUri)
    {
        if (xml.LookupPrefix(namespaceUri) is null)
        {
            xml.WriteAttributeString("xmlns", prefix, null, namespaceUri);
        }
    }

    /// <summary>Refuses an XML form.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="fault">The reason.</param>
    /// <returns>Null.</returns>
    protected static byte[]? Refuse(ExiXmlParser reader, ExiFault fault)
    {
        reader.Fail(fault);
        return null;
    }

    /// <summary>Declares the prefixes of the schema's namespaces.</summary>
    /// <param name="xml">The text, inside the root's start tag.</param>
    protected internal abstract void DeclarePrefixes(XmlWriter xml);

    /// <summary>The number that a name has in the partitions of values, or -1.</summary>
    /// <param name="namespaceUri">The namespace.</param>
    /// <param name="localName">The local name.</param>
    /// <returns>The number.</returns>
    protected internal abstract int StringIdOf(string namespaceUri, string localName);

    /// <summary>Reads the element of a fragment.</summary>
    /// <param name="reader">The stream, after the start tag.</param>
    /// <param name="code">The event code of the start tag.</param>
    /// <param name="sink">Takes the element.</param>
    /// <returns>Whether the element is valid.</returns>
    protected abstract bool TryReadElement(ref ExiReader reader, int code, IExiElementSink sink);

    /// <summary>Encodes the XML form of a fragment of one element.</summary>
    /// <param name="reader">The text, at the element.</param>
    /// <param name="mode">How to write repeated strings.</param>
    /// <returns>The stream, or null when the text is refused.</returns>
    protected abstract byte[]? EncodeElement(ExiXmlParser reader, ExiStringTableMode mode);

    /// <summary>The global element of a name, or null.</summary>
    internal ExiElement? FindElement(ExiQualifiedName name)
    {
        var elements = Elements;
        var (low, high) = (0, elements.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(elements[middle].Name.LocalName, name.LocalName);
            order = order != 0 ? order : string.CompareOrdinal(elements[middle].Name.Namespace, name.Namespace);
            if (order == 0)
            {
                return elements[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Reads an element of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The stream, after the start tag.</param>
    /// <param name="sink">Takes the element.</param>
    /// <param name="prefix">The prefix of the element's name.</param>
    /// <param name="localName">The element's local name.</param>
    /// <param name="namespaceUri">The element's namespace.</param>
    /// <returns>Whether the element is valid.</returns>
    protected static bool TryRead<T>(ref ExiReader reader, IExiElementSink sink, string prefix, string localName, string namespaceUri)
        where T : IExiContent<T>
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!T.TryReadExi(ref reader, out var value))
        {
            return reader.FailIn(localName);
        }

        sink.Take(prefix, new(namespaceUri, localName), value);
        return true;
    }

    /// <summary>Reads the XML form of an element of a type and encodes it as a document or a fragment.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The text, at the element.</param>
    /// <param name="mode">How to write repeated strings.</param>
    /// <param name="code">The event code of the element's start tag.</param>
    /// <param name="fragment">Whether to write a fragment.</param>
    /// <returns>The stream, or null when the text is refused.</returns>
    protected byte[]? Encode<T>(ExiXmlParser reader, ExiStringTableMode mode, int code, bool fragment)
        where T : IExiContent<T>
    {
        var name = reader.LocalName;
        if (!T.TryReadXml(reader, out var value))
        {
            reader.FailIn(name);
            return null;
        }

        return reader.Finish()
            ? Octets(this, reader, mode, (value, code, Width: fragment ? ElementWidth : RootWidth, End: fragment ? ElementCount - 1 : -1), static (ref writer, element) =>
            {
                writer.WriteBits((uint)element.code, element.Width);
                element.value.WriteExi(ref writer);
                if (element.End >= 0)
                {
                    writer.WriteBits((uint)element.End, element.Width);
                }
            })
            : null;
    }

    /// <summary>Writes a stream into an array of its size. Empty elements stay empty: the text has no characters for them.</summary>
    internal static byte[]? Octets<T>(ExiSchemaCodec? schema, ExiXmlParser reader, ExiStringTableMode mode, T element, Body<T> write)
    {
        try
        {
            var buffer = new byte[512];
            while (true)
            {
                var writer = new ExiWriter(buffer, new ExiStringTable(schema, mode == ExiStringTableMode.Hits), ExiEmptyContent.EndTag);
                writer.WriteHeader();
                write(ref writer, element);
                if (writer.Finish(out var written))
                {
                    return buffer[..written];
                }

                buffer = new byte[writer.RequiredOctets];
            }
        }
        catch (ExiContentException exception)
        {
            reader.Fail(exception.Error.Fault);
            reader.FailIn(exception.Error.Path);
            return null;
        }
    }

    /// <summary>The names that the streams of the schema begin with.</summary>
    internal ExiList<ExiNamespaceNames> InitialNames
    {
        get
        {
            if (field.IsEmpty)
            {
                field = NameTable.InitialNames(Names);
            }

            return field;
        }
    }

    private ExiElement[] Elements => field ??= CreateElements();

    private bool TryReadRoot(ref ExiReader reader, int code, IExiElementSink sink)
    {
        if (code >= Elements.Length)
        {
            return reader.Fail(ExiFault.UndeclaredContent);
        }

        var element = Elements[code];
        if (!element.TryRead(ref reader, out var value))
        {
            return reader.FailIn(element.Name.LocalName);
        }

        sink.Take(element, value);
        return true;
    }

    private byte[]? EncodeRoot(ExiXmlParser reader, ExiStringTableMode mode)
    {
        var name = new ExiQualifiedName(reader.NamespaceUri, reader.LocalName);
        if (FindElement(name) is not { } element)
        {
            return Refuse(reader, ExiFault.UnexpectedRoot);
        }

        if (!element.TryReadXml(reader, out var value))
        {
            reader.FailIn(name.LocalName);
            return null;
        }

        var root = (Element: element, Value: value, Code: Array.IndexOf(Elements, element), Width: RootWidth);
        return reader.Finish()
            ? Octets(this, reader, mode, root, static (ref writer, root) =>
            {
                writer.WriteBits((uint)root.Code, root.Width);
                if (!root.Element.Write(ref writer, root.Value))
                {
                    writer.FailIn(root.Element.Name.LocalName);
                }
            })
            : null;
    }

    private string? Transcode(ref ExiReader reader, bool fragment)
    {
        var text = new StringBuilder();
        using (var xml = ExiXml.CreateWriter(text))
        {
            if (!TryReadCode(ref reader, fragment, out var code) || !TryRead(ref reader, fragment, code, new XmlSink(this, xml)))
            {
                return null;
            }
        }

        return text.ToString();
    }

    private bool TryReencode(ref ExiReader reader, bool fragment, Memory<byte> destination, out int octets, ExiVariants? variants)
    {
        octets = 0;
        if (!TryReadCode(ref reader, fragment, out var code))
        {
            return false;
        }

        var sink = new ReencodingSink(
            this, destination, variants, code, fragment ? ElementWidth : RootWidth, fragment ? ElementCount - 1 : -1);
        if (!TryRead(ref reader, fragment, code, sink))
        {
            return false;
        }

        octets = sink.RequiredOctets;
        return true;
    }

    private bool TryReadCode(ref ExiReader reader, bool fragment, out int code)
    {
        code = -1;
        return reader.ReadHeader()
            && (code = fragment ? reader.ReadEventCode(ElementWidth, ElementCount) : reader.ReadEventCode(RootWidth, Elements.Length + 1)) >= 0;
    }

    /// <summary>Reads what follows the code of the first start tag, up to the end of the stream.</summary>
    private bool TryRead(ref ExiReader reader, bool fragment, int code, IExiElementSink sink)
    {
        if (!(fragment ? TryReadElement(ref reader, code, sink) : TryReadRoot(ref reader, code, sink)))
        {
            return false;
        }

        // A document ends without bits, a fragment with the last code (EXI 1.0, 8.5.1 and 8.5.2).
        return (!fragment || reader.ReadEventCode(ElementWidth, ElementCount) == ElementCount - 1 || reader.Fail(ExiFault.UndeclaredContent))
            && reader.Finish();
    }

    internal delegate void Body<T>(ref ExiWriter writer, T element);
}
