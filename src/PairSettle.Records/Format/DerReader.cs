using System.Formats.Asn1;
using System.Globalization;
using System.Runtime.CompilerServices;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>
/// Reads the field types of the format. A refusal travels as <see cref="DerRefusal"/> to the entry point of the object,
/// which turns it into an error; it never leaves this assembly.
/// </summary>
internal sealed class DerReader
{
    private readonly AsnReader _reader;
    private readonly string _path;

    public DerReader(ReadOnlyMemory<byte> der, string path)
    {
        _reader = new(der, AsnEncodingRules.DER);
        _path = path;
    }

    private DerReader(AsnReader reader, string path)
    {
        _reader = reader;
        _path = path;
    }

    public bool HasData => _reader.HasData;

    public bool NextIs(Asn1Tag tag) => _reader.HasData && _reader.PeekTag().HasSameClassAndValue(tag);

    public DerReader Sequence(string name, Asn1Tag? tag = null)
    {
        Expect(name, tag ?? Asn1Tag.Sequence);
        return new(_reader.ReadSequence(tag), Path(name));
    }

    public DerReader Set(string name, Asn1Tag? tag = null)
    {
        Expect(name, tag ?? Asn1Tag.SetOf);
        return new(_reader.ReadSetOf(tag), Path(name));
    }

    public ReadOnlyMemory<byte> Encoded(string name)
    {
        if (!_reader.HasData)
        {
            throw Refuse(RecordFault.MissingField, name);
        }

        return _reader.ReadEncodedValue();
    }

    public void Version()
    {
        if (Integer("version", int.MinValue, int.MaxValue) != FormatLimits.Version)
        {
            throw Refuse(RecordFault.UnknownVersion, "version");
        }
    }

    public long Integer(string name, long min, long max, Asn1Tag? tag = null)
    {
        Expect(name, tag ?? Asn1Tag.Integer);
        return _reader.TryReadInt64(out var value, tag) && value >= min && value <= max
            ? value
            : throw Refuse(RecordFault.OutOfBounds, name);
    }

    public bool Boolean(string name)
    {
        Expect(name, Asn1Tag.Boolean);
        return _reader.ReadBoolean();
    }

    public string ObjectIdentifier(string name)
    {
        Expect(name, Asn1Tag.ObjectIdentifier);
        return _reader.ReadObjectIdentifier();
    }

    public T Enumerated<T>(string name)
        where T : struct, Enum
    {
        Expect(name, Asn1Tag.Enumerated);
        var octets = _reader.ReadEnumeratedBytes().Span;
        if (octets.Length != 1 || octets[0] > 127)
        {
            throw Refuse(RecordFault.UnknownValue, name);
        }

        var value = Unsafe.BitCast<int, T>(octets[0]);
        return Enum.IsDefined(value) ? value : throw Refuse(RecordFault.UnknownValue, name);
    }

    public string Text(string name, int min, int max, Asn1Tag? tag = null)
    {
        Expect(name, tag ?? new Asn1Tag(UniversalTagNumber.UTF8String));
        var text = _reader.ReadCharacterString(UniversalTagNumber.UTF8String, tag);
        return text.Length >= min && text.Length <= max && !text.Any(IsUnsafe) ? text : throw Refuse(RecordFault.OutOfBounds, name);
    }

    public ExiBytes Octets(string name, int min, int max, Asn1Tag? tag = null)
    {
        Expect(name, tag ?? Asn1Tag.PrimitiveOctetString);
        var octets = _reader.ReadOctetString(tag);
        return octets.Length >= min && octets.Length <= max ? ExiBytes.Copy(octets) : throw Refuse(RecordFault.OutOfBounds, name);
    }

    public Digest Digest(string name, Asn1Tag? tag = null) => new(Octets(name, Format.Digest.Length, Format.Digest.Length, tag).Span);

    public Digest? OptionalDigest(string name, int context) =>
        NextIs(DerTags.Context(context)) ? Digest(name, DerTags.Context(context)) : null;

    public DateTimeOffset Instant(string name)
    {
        Expect(name, new Asn1Tag(UniversalTagNumber.GeneralizedTime));
        var read = _reader.ReadGeneralizedTime().UtcTicks;

        // The framework reads fractions of a second in binary floating point: .123 can come out a tick short of 123 milliseconds.
        var ticks = (read + (TimeSpan.TicksPerMillisecond / 2)) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond;
        DateTimeOffset instant = new(ticks, TimeSpan.Zero);

        // The years are bounded so that sums of instants and durations cannot overflow.
        return Math.Abs(read - ticks) <= 1 && instant.Year is >= 2000 and < 2200 ? instant : throw Refuse(RecordFault.OutOfBounds, name);
    }

    public QualifiedTime Time(string name)
    {
        var inner = Sequence(name);
        var time = new QualifiedTime(inner.Instant("instant"), inner.Enumerated<TimeQuality>("quality"));
        inner.End();
        return time;
    }

    public TimeSpan Seconds(string name, Asn1Tag? tag = null, int min = 0) =>
        TimeSpan.FromSeconds(Integer(name, min, FormatLimits.MaxSeconds, tag));

    public Currency Currency(string name)
    {
        var inner = Sequence(name);
        var currency = inner.CurrencyFields();
        inner.End();
        return currency;
    }

    public Money Money(string name, Asn1Tag? tag = null)
    {
        var inner = Sequence(name, tag);
        var minorUnits = inner.Integer("minorUnits", -FormatLimits.MaxQuantity, FormatLimits.MaxQuantity);
        var money = new Money(minorUnits, inner.CurrencyFields());
        inner.End();
        return money;
    }

    public Caps Caps(string name)
    {
        var inner = Sequence(name);
        var caps = new Caps
        {
            EnergyWh = inner.NextIs(DerTags.Context(0)) ? inner.Integer("energyWh", 0, FormatLimits.MaxQuantity, DerTags.Context(0)) : null,
            Amount = inner.NextIs(DerTags.Context(1)) ? inner.Money("amount", DerTags.Context(1)) : null,
            Duration = inner.NextIs(DerTags.Context(2)) ? inner.Seconds("duration", DerTags.Context(2)) : null,
        };
        inner.End();
        return caps;
    }

    public ExiList<T> List<T>(string name, int min, int max, Func<DerReader, string, T> read, Asn1Tag? tag = null)
    {
        var inner = Sequence(name, tag);
        var items = new List<T>();
        while (inner.HasData)
        {
            if (items.Count == max)
            {
                throw Refuse(RecordFault.OutOfBounds, name);
            }

            items.Add(read(inner, items.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return items.Count >= min ? ExiList.Create<T>([.. items]) : throw Refuse(RecordFault.OutOfBounds, name);
    }

    /// <summary>A list of digests in which none occurs twice.</summary>
    public ExiList<Digest> Digests(string name, int min, int max)
    {
        var items = List(name, min, max, static (reader, item) => reader.Digest(item));
        var seen = new HashSet<Digest>();
        foreach (var item in items)
        {
            if (!seen.Add(item))
            {
                throw Refuse(RecordFault.Duplicate, name);
            }
        }

        return items;
    }

    public void End()
    {
        if (_reader.HasData)
        {
            throw new DerRefusal(new(RecordFault.UnexpectedField, _path));
        }
    }

    public DerRefusal Refuse(RecordFault fault, string name) => new(new(fault, Path(name)));

    private Currency CurrencyFields()
    {
        Expect("currency", new Asn1Tag(UniversalTagNumber.PrintableString));
        var code = _reader.ReadCharacterString(UniversalTagNumber.PrintableString);
        var currency = new Currency(code, (int)Integer("exponent", 0, 6));
        return currency.IsWellFormed ? currency : throw Refuse(RecordFault.OutOfBounds, "currency");
    }

    private void Expect(string name, Asn1Tag tag)
    {
        if (!_reader.HasData)
        {
            throw Refuse(RecordFault.MissingField, name);
        }

        try
        {
            if (!_reader.PeekTag().HasSameClassAndValue(tag))
            {
                throw Refuse(RecordFault.UnexpectedField, name);
            }
        }
        catch (AsnContentException)
        {
            throw Refuse(RecordFault.NotDer, name);
        }
    }

    private string Path(string name) => $"{_path}.{name}";

    // Control and format characters could make a printed report lie about what was signed.
    private static bool IsUnsafe(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
