using System.Formats.Asn1;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>The field types of the format on top of the framework's DER writer.</summary>
internal static class DerWriterExtensions
{
    public static void WriteText(this AsnWriter writer, string value, Asn1Tag? tag = null) =>
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, value, tag);

    public static void WriteDigest(this AsnWriter writer, Digest value, Asn1Tag? tag = null)
    {
        Span<byte> octets = stackalloc byte[Digest.Length];
        value.CopyTo(octets);
        writer.WriteOctetString(octets, tag);
    }

    public static void WriteOptionalDigest(this AsnWriter writer, Digest? value, int context)
    {
        if (value is { } digest)
        {
            writer.WriteDigest(digest, DerTags.Context(context));
        }
    }

    public static void WriteEnum<T>(this AsnWriter writer, T value)
        where T : struct, Enum
    {
        Span<byte> encoded = [0x0A, 0x01, checked((byte)System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value))];
        writer.WriteEncodedValue(encoded);
    }

    public static void WriteInstant(this AsnWriter writer, DateTimeOffset value) =>
        writer.WriteGeneralizedTime(QualifiedTime.TruncateToMilliseconds(value));

    public static void WriteTime(this AsnWriter writer, QualifiedTime value)
    {
        using (writer.PushSequence())
        {
            writer.WriteInstant(value.Instant);
            writer.WriteEnum(value.Quality);
        }
    }

    public static void WriteSeconds(this AsnWriter writer, TimeSpan value, Asn1Tag? tag = null) =>
        writer.WriteInteger(value.Ticks / TimeSpan.TicksPerSecond, tag);

    public static void WriteCurrency(this AsnWriter writer, Currency value)
    {
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.PrintableString, value.Code);
            writer.WriteInteger(value.Exponent);
        }
    }

    public static void WriteMoney(this AsnWriter writer, Money value, Asn1Tag? tag = null)
    {
        using (writer.PushSequence(tag))
        {
            writer.WriteInteger(value.MinorUnits);
            writer.WriteCharacterString(UniversalTagNumber.PrintableString, value.Currency.Code);
            writer.WriteInteger(value.Currency.Exponent);
        }
    }

    public static void WriteCaps(this AsnWriter writer, Caps value)
    {
        using (writer.PushSequence())
        {
            if (value.EnergyWh is { } energy)
            {
                writer.WriteInteger(energy, DerTags.Context(0));
            }

            if (value.Amount is { } amount)
            {
                writer.WriteMoney(amount, DerTags.Context(1));
            }

            if (value.Duration is { } duration)
            {
                writer.WriteSeconds(duration, DerTags.Context(2));
            }
        }
    }

    public static void WriteList<T>(this AsnWriter writer, ExiList<T> items, Action<AsnWriter, T> write, Asn1Tag? tag = null)
    {
        using (writer.PushSequence(tag))
        {
            foreach (var item in items)
            {
                write(writer, item);
            }
        }
    }

    public static void WriteDigests(this AsnWriter writer, ExiList<Digest> items) =>
        writer.WriteList(items, static (w, item) => w.WriteDigest(item));
}
