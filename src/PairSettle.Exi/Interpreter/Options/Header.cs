using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Options;

/// <summary>The header of a stream (EXI 1.0, 5): cookie, distinguishing bits, version and options document.</summary>
internal static class Header
{
    private static readonly byte[] s_cookie = "$EXI"u8.ToArray();

    /// <summary>Reads a header, and says with what options and grammars the body is to be read.</summary>
    public static (ExiOptions Options, ExiGrammars Grammars) Read(BitSource source, ExiOptions options, ExiGrammars grammars)
    {
        var start = source.BitOffset;
        var distinguishing = source.ReadBits(2);
        if (distinguishing == s_cookie[0] >> 6)
        {
            if (source.ReadBits(6) != (s_cookie[0] & 0x3F) || s_cookie.Skip(1).Any(octet => source.ReadOctet() != octet))
            {
                throw new ExiFaultException(ExiFault.InvalidHeader, start);
            }

            distinguishing = source.ReadBits(2);
        }

        if (distinguishing != 2)
        {
            throw new ExiFaultException(ExiFault.InvalidHeader, start);
        }

        var hasOptions = source.ReadBits(1) == 1;
        start = source.BitOffset;
        if (source.ReadBits(5) != 0)
        {
            throw new ExiFaultException(ExiFault.UnsupportedVersion, start);
        }

        if (hasOptions)
        {
            options = OptionsDocument.Read(source, options, out var schemaId);
            grammars = schemaId switch
            {
                (false, _) => grammars,
                (true, null) => ExiGrammars.SchemaLess,
                (true, "") => ExiGrammars.XmlSchemaTypes,
                (true, var name) when grammars.IsSchemaInformed && (grammars.SchemaId is null || grammars.SchemaId == name) => grammars,
                _ => throw new ExiFaultException(ExiFault.UnknownSchema, start),
            };
        }

        if (options.Alignment != ExiAlignment.BitPacked)
        {
            source.Align();
        }

        return (options, grammars);
    }

    public static BitSink Write(ExiOptions options, ExiGrammars grammars)
    {
        var sink = new BitSink();
        if (options.HasCookie)
        {
            sink.WriteOctets(s_cookie);
        }

        sink.WriteBits(2, 2);
        sink.WriteBits(options.HasOptionsDocument ? 1u : 0u, 1);
        sink.WriteBits(0, 5);
        if (options.HasOptionsDocument)
        {
            OptionsDocument.Write(sink, options, grammars);
        }

        return sink;
    }
}
