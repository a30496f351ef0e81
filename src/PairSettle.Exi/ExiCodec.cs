using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Exi;

/// <summary>
/// The untyped door to the codec of one schema: streams to XML text and back, for tools that learn the schema's name
/// only at run time. Code that knows its messages uses the members of the message types.
/// </summary>
public abstract class ExiCodec
{
    /// <summary>The schema's own target namespace.</summary>
    public abstract string TargetNamespace { get; }

    /// <summary>Decodes a document or a fragment into XML text.</summary>
    /// <param name="exi">The whole stream.</param>
    /// <param name="fragment">Whether the stream is a fragment (EXI 1.0, 8.5.2).</param>
    /// <param name="xml">The XML text, on success.</param>
    /// <param name="error">Where and why it was refused, otherwise.</param>
    /// <param name="limits">What to accept at most; by default <see cref="ExiLimits.Default"/>.</param>
    /// <returns>Whether the stream is valid.</returns>
    public abstract bool TryDecodeToXml(
        ReadOnlySpan<byte> exi,
        bool fragment,
        [NotNullWhen(true)] out string? xml,
        out ExiError error,
        ExiLimits? limits = null);

    /// <summary>Encodes XML text as a document or a fragment.</summary>
    /// <param name="xml">The XML text.</param>
    /// <param name="fragment">Whether to write a fragment.</param>
    /// <param name="mode">How to write repeated strings.</param>
    /// <param name="exi">The stream, on success.</param>
    /// <param name="error">Where and why the text was refused, otherwise.</param>
    /// <returns>Whether the text is a valid document of the schema.</returns>
    public abstract bool TryEncodeFromXml(
        string xml,
        bool fragment,
        ExiStringTableMode mode,
        [NotNullWhen(true)] out byte[]? exi,
        out ExiError error);
}
