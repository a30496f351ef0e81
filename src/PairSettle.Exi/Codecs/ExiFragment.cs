using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Codecs;

/// <summary>Fragments of one element (EXI 1.0, 8.5.2), over which signatures are computed; emitted code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExiFragment
{
    /// <summary>Encodes a fragment of one element.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="value">The element.</param>
    /// <param name="name">The element's local name.</param>
    /// <param name="code">The event code of its start tag.</param>
    /// <param name="width">The bits of that code.</param>
    /// <param name="count">The number of productions, the last of which is the end.</param>
    /// <param name="codec">The codec of the schema, where the element may hold wildcards.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema.</exception>
    public static byte[] Encode<T>(T value, string name, int code, int width, int count, ExiCodec? codec = null)
        where T : IExiContent<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new byte[512];
        var needsNames = false;
        while (true)
        {
            var writer = new ExiWriter(buffer, needsNames ? new ExiStringTable(codec, writesReferences: false) : null);
            writer.WriteHeader();
            writer.WriteBits((uint)code, width);
            if (!value.WriteExi(ref writer))
            {
                writer.FailIn(name);
            }

            if (writer.NeedsNames)
            {
                needsNames = true;
                continue;
            }

            writer.WriteBits((uint)count - 1, width);
            if (writer.Finish(out var written))
            {
                return buffer[..written];
            }

            buffer = new byte[writer.RequiredOctets];
        }
    }

    /// <summary>Decodes a fragment of one element with one name.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="source">The whole stream.</param>
    /// <param name="name">The element's local name.</param>
    /// <param name="code">The event code of its start tag.</param>
    /// <param name="width">The bits of that code.</param>
    /// <param name="count">The number of productions, the last of which is the end.</param>
    /// <param name="limits">What to accept at most, or null for the default.</param>
    /// <param name="value">The element, on success.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <param name="codec">The codec of the schema, where the element may hold wildcards.</param>
    /// <returns>Whether the stream is a valid fragment.</returns>
    public static bool TryDecode<T>(
        ReadOnlySpan<byte> source, string name, int code, int width, int count, ExiLimits? limits,
        [NotNullWhen(true)] out T? value, out ExiError error, ExiCodec? codec = null)
        where T : IExiContent<T>
    {
        if (TryDecode(source, [code], width, count, limits, out value, out error, codec))
        {
            return true;
        }

        if (error.Path.Length > 0)
        {
            error = error with { Path = $"{name}/{error.Path}" };
        }

        return false;
    }

    /// <summary>Decodes a fragment of one element with any of several names.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="source">The whole stream.</param>
    /// <param name="codes">The event codes of the names.</param>
    /// <param name="width">The bits of a code.</param>
    /// <param name="count">The number of productions, the last of which is the end.</param>
    /// <param name="limits">What to accept at most, or null for the default.</param>
    /// <param name="value">The element, on success.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <param name="codec">The codec of the schema, where the element may hold wildcards.</param>
    /// <returns>Whether the stream is a valid fragment.</returns>
    public static bool TryDecode<T>(
        ReadOnlySpan<byte> source, ReadOnlySpan<int> codes, int width, int count, ExiLimits? limits,
        [NotNullWhen(true)] out T? value, out ExiError error, ExiCodec? codec = null)
        where T : IExiContent<T>
    {
        limits ??= ExiLimits.Default;
        Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];
        var reader = new ExiReader(source, scratch, limits);
        var isValid = TryRead(ref reader, codes, width, count, out value);
        if (reader.Error.Fault == ExiFault.StringTableNeeded)
        {
            reader = new ExiReader(source, scratch, limits, new ExiStringTable(codec));
            isValid = TryRead(ref reader, codes, width, count, out value);
        }

        error = reader.Error;
        return isValid;
    }

    private static bool TryRead<T>(ref ExiReader reader, ReadOnlySpan<int> codes, int width, int count, [NotNullWhen(true)] out T? value)
        where T : IExiContent<T>
    {
        value = default;
        if (!reader.ReadHeader())
        {
            return false;
        }

        var code = reader.ReadEventCode(width, count);
        if (!codes.Contains(code))
        {
            return reader.Fail(ExiFault.UnexpectedRoot);
        }

        if (!T.TryReadExi(ref reader, out var read))
        {
            return false;
        }

        if (reader.ReadEventCode(width, count) != count - 1)
        {
            return reader.Fail(ExiFault.UndeclaredContent);
        }

        if (!reader.Finish())
        {
            return false;
        }

        value = read!;
        return true;
    }
}
