using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Xml;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>
/// An element with text whose name the schema declares with several types. In a fragment its grammar is the relaxed one:
/// any attributes and elements of the schema, and text without a type (EXI 1.0, 8.5.3). Only the attributes of its own
/// types and text are taken; emitted code holds one for each such name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiRelaxedElement
{
    /// <summary>The prefix of the XML form.</summary>
    public required string Prefix { get; init; }

    /// <summary>The local name.</summary>
    public required string LocalName { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The number of the name in string tables.</summary>
    public required int StringId { get; init; }

    /// <summary>The event code of the start tag in the fragment.</summary>
    public required int Code { get; init; }

    /// <summary>The bits of that code.</summary>
    public required int ElementWidth { get; init; }

    /// <summary>The number of distinct names of elements in the schema.</summary>
    public required int ElementCount { get; init; }

    /// <summary>The number of distinct names of attributes in the schema.</summary>
    public required int AttributeCount { get; init; }

    /// <summary>The attributes of the element's types, sorted by code.</summary>
    public required ExiList<ExiRelaxedAttribute> Attributes { get; init; }

    // Before content: AT(name)…, AT(*), SE(name)…, SE(*), EE, CH. After it: SE(name)…, SE(*), EE, CH.
    private int StartEnd => AttributeCount + ElementCount + 2;

    private int StartCount => AttributeCount + ElementCount + 4;

    private int ContentEnd => ElementCount + 1;

    private int ContentCount => ElementCount + 3;

    private int FragmentCount => ElementCount + 2;

    /// <summary>Encodes a fragment of the element.</summary>
    /// <param name="attributes">The values of the attributes; null for one that is absent.</param>
    /// <param name="text">The text.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ExiContentException">A value holds what XML cannot.</exception>
    public byte[] Encode(ReadOnlySpan<string?> attributes, string text)
    {
        var buffer = new byte[256];
        while (true)
        {
            var writer = new ExiWriter(buffer);
            writer.WriteHeader();
            Write(ref writer, attributes, text);
            if (writer.Finish(out var written))
            {
                return buffer[..written];
            }

            buffer = new byte[writer.RequiredOctets];
        }
    }

    /// <summary>Encodes the XML form of the element as a fragment.</summary>
    /// <param name="reader">The text, at the element.</param>
    /// <param name="mode">How to write repeated strings.</param>
    /// <returns>The stream, or null when the text is refused.</returns>
    public byte[]? Encode(ExiXmlParser reader, ExiStringTableMode mode)
    {
        var attributes = new string?[Attributes.Count];
        for (var i = 0; i < attributes.Length; i++)
        {
            attributes[i] = reader.TakeAttribute(Attributes[i].LocalName, Attributes[i].Namespace);
        }

        var text = reader.TakeText();
        if (!reader.Failed && reader.Finish())
        {
            return ExiSchemaCodec.Octets(
                null, reader, mode, (this, attributes, text),
                static (ref writer, element) => element.Item1.Write(ref writer, element.attributes, element.text));
        }

        reader.FailIn(LocalName);
        return null;
    }

    /// <summary>Decodes a fragment of the element.</summary>
    /// <param name="source">The whole stream.</param>
    /// <param name="attributes">The values of the attributes, on success; null for one that is absent.</param>
    /// <param name="text">The text, on success.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <param name="limits">What to accept at most, or null for the default.</param>
    /// <returns>Whether the stream is a valid fragment.</returns>
    public bool TryDecode(
        ReadOnlySpan<byte> source,
        [NotNullWhen(true)] out string?[]? attributes,
        [NotNullWhen(true)] out string? text,
        out ExiError error,
        ExiLimits? limits = null)
    {
        limits ??= ExiLimits.Default;
        Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];
        var reader = new ExiReader(source, scratch, limits);
        var isValid = TryReadFragment(ref reader, out attributes, out text);
        if (reader.Error.Fault == ExiFault.StringTableNeeded)
        {
            reader = new ExiReader(source, scratch, limits, new ExiStringTable());
            isValid = TryReadFragment(ref reader, out attributes, out text);
        }

        error = reader.Error;
        return isValid;
    }

    /// <summary>Reads the element.</summary>
    /// <param name="reader">The stream, after the start tag.</param>
    /// <param name="sink">Takes the element.</param>
    /// <returns>Whether the element is valid.</returns>
    public bool TryRead(ref ExiReader reader, IExiElementSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!TryRead(ref reader, out var attributes, out var text))
        {
            return reader.FailIn(LocalName);
        }

        sink.Take(this, attributes, text);
        return true;
    }

    /// <summary>Writes the attributes in the XML form.</summary>
    internal void WriteXmlAttributes(XmlWriter xml, ReadOnlySpan<string?> attributes)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { } value)
            {
                xml.WriteAttributeString(Attributes[i].Prefix, Attributes[i].LocalName, Attributes[i].Namespace, value);
            }
        }
    }

    /// <summary>Writes the element, with the codes of its start tag and of the fragment's end.</summary>
    internal void Write(ref ExiWriter writer, ReadOnlySpan<string?> attributes, string text)
    {
        var startWidth = Width(StartCount);
        writer.WriteBits((uint)Code, ElementWidth);
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { } value)
            {
                writer.WriteBits((uint)Attributes[i].Code, startWidth);
                writer.WriteString(Attributes[i].StringId, value, 0, int.MaxValue);
            }
        }

        if (text.Length == 0 && writer.Repeated(startWidth) is not { Kind: ExiVariantKind.Characters })
        {
            writer.WriteBits((uint)StartEnd, startWidth);
        }
        else
        {
            writer.WriteBits((uint)StartEnd + 1, startWidth);
            writer.WriteString(StringId, text, 0, int.MaxValue);
            writer.WriteBits((uint)ContentEnd, Width(ContentCount));
        }

        writer.WriteBits((uint)FragmentCount - 1, ElementWidth);
    }

    private bool TryReadFragment(ref ExiReader reader, [NotNullWhen(true)] out string?[]? attributes, [NotNullWhen(true)] out string? text)
    {
        (attributes, text) = (null, null);
        if (!reader.ReadHeader())
        {
            return false;
        }

        if (reader.ReadEventCode(ElementWidth, FragmentCount) != Code)
        {
            return reader.Fail(ExiFault.UnexpectedRoot);
        }

        if (!TryRead(ref reader, out var readAttributes, out var readText))
        {
            return reader.FailIn(LocalName);
        }

        if (reader.ReadEventCode(ElementWidth, FragmentCount) != FragmentCount - 1)
        {
            return reader.Fail(ExiFault.UndeclaredContent);
        }

        if (!reader.Finish())
        {
            return false;
        }

        (attributes, text) = (readAttributes, readText);
        return true;
    }

    private bool TryRead(ref ExiReader reader, out string?[] attributes, out string text)
    {
        attributes = new string?[Attributes.Count];
        text = string.Empty;
        while (true)
        {
            var code = reader.ReadEventCode(Width(StartCount), StartCount);
            if (code == StartEnd)
            {
                return true;
            }

            if (code == StartEnd + 1)
            {
                var start = reader.BitPosition;
                text = reader.ReadString(StringId, 0, int.MaxValue);
                if (text.Length == 0)
                {
                    reader.Note(new(start, ExiVariantKind.Characters));
                }

                return reader.ReadEventCode(Width(ContentCount), ContentCount) == ContentEnd || reader.Fail(ExiFault.UnrepresentableContent);
            }

            var number = IndexOf(code);
            if (number < 0 || attributes[number] is not null)
            {
                return reader.Fail(ExiFault.UnrepresentableContent);
            }

            attributes[number] = reader.ReadString(Attributes[number].StringId, 0, int.MaxValue);
        }
    }

    private int IndexOf(int code)
    {
        for (var i = 0; i < Attributes.Count; i++)
        {
            if (Attributes[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The bits of a code of a non-strict grammar, which has one code more than productions.</summary>
    private static int Width(int count) => 32 - int.LeadingZeroCount(count);
}
