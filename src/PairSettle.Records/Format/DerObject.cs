using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Records.Format;

/// <summary>The entry point of every object: bounds, DER, trailing bytes, and the one canonical encoding.</summary>
internal static class DerObject
{
    public static bool TryRead<T>(
        ReadOnlyMemory<byte> der,
        Asn1Tag tag,
        string name,
        int limit,
        Func<DerReader, T> read,
        Func<T, byte[]> write,
        [NotNullWhen(true)] out T? value,
        out RecordError error)
        where T : class
    {
        value = null;
        if (der.Length > limit)
        {
            error = new(RecordFault.TooLarge, name);
            return false;
        }

        try
        {
            if (!AsnDecoder.TryReadEncodedValue(der.Span, AsnEncodingRules.DER, out var actual, out _, out _, out var consumed))
            {
                error = new(RecordFault.NotDer, name);
                return false;
            }

            if (consumed != der.Length)
            {
                error = new(RecordFault.TrailingBytes, name);
                return false;
            }

            if (actual != tag)
            {
                error = new(RecordFault.WrongKind, name);
                return false;
            }

            var outer = new DerReader(der, name);
            var reader = outer.Sequence("content", tag);
            var result = read(reader);
            reader.End();

            // The reader is strict already; this makes "whatever is accepted re-encodes to itself" a rule of its own.
            if (!write(result).AsSpan().SequenceEqual(der.Span))
            {
                error = new(RecordFault.NotCanonical, name);
                return false;
            }

            value = result;
            error = default;
            return true;
        }
        catch (DerRefusal refusal)
        {
            error = refusal.Error;
        }
        catch (AsnContentException)
        {
            error = new(RecordFault.NotDer, name);
        }

        return false;
    }

    public static byte[] Write(Asn1Tag tag, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence(tag))
        {
            write(writer);
        }

        return writer.Encode();
    }
}
