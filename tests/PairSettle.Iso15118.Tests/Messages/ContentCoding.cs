using System.Reflection;
using PairSettle.Exi;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Codecs;

namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>
/// The content of an element of one type, coded by itself: so every type is reached, whether a message has it or only a
/// fragment.
/// </summary>
internal abstract class ContentCoding
{
    /// <summary>The coding of every annotated type that is the content of an element and can be made.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } =
    [
        .. AnnotatedTypes.All.Where(type => !type.IsAbstract && type.IsDefined(typeof(ExiTypeAttribute)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (ContentCoding)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!),
    ];

    /// <summary>The type.</summary>
    public abstract Type Type { get; }

    /// <summary>Encodes content, and counts its bits.</summary>
    /// <exception cref="ExiContentException">The value breaks its schema.</exception>
    public abstract byte[] Encode(object value, out int bits);

    /// <summary>Decodes content, and the bits that fill up its last octet.</summary>
    public abstract bool TryDecode(ReadOnlySpan<byte> octets, out object? value, out ExiError error);

    private sealed class Of<T> : ContentCoding
        where T : IExiContent<T>
    {
        // The smallest schema that the type is part of: it says what wildcards know.
        private static readonly ExiCodec Codec = AnnotatedTypes.SchemasOf(typeof(T))
            .Select(schema => (ExiCodec)schema.GetProperty("Codec")!.GetValue(null)!).First();

        public override Type Type => typeof(T);

        public override byte[] Encode(object value, out int bits)
        {
            var buffer = new byte[1024];
            while (true)
            {
                var writer = new ExiWriter(buffer, new ExiStringTable(Codec, writesReferences: false));
                ((T)value).WriteExi(ref writer);
                if (writer.Finish(out var written))
                {
                    bits = (int)writer.BitPosition;
                    return buffer[..written];
                }

                buffer = new byte[writer.RequiredOctets];
            }
        }

        public override bool TryDecode(ReadOnlySpan<byte> octets, out object? value, out ExiError error)
        {
            Span<byte> scratch = stackalloc byte[ExiReader.ScratchOctets];
            var reader = new ExiReader(octets, scratch, ExiLimits.Default);
            var isValid = T.TryReadExi(ref reader, out var content) && reader.Finish();
            if (reader.Error.Fault == ExiFault.StringTableNeeded)
            {
                reader = new ExiReader(octets, scratch, ExiLimits.Default, new ExiStringTable(Codec));
                isValid = T.TryReadExi(ref reader, out content) && reader.Finish();
            }

            (value, error) = (isValid ? content : null, reader.Error);
            return isValid;
        }
    }
}
