using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Text;

namespace PairSettle.Credentials;

/// <summary>
/// An X.500 name. Names compare as RFC 5280, 7.1 demands: text without regard to case and to runs of spaces, everything else octet by octet.
/// </summary>
public sealed class DistinguishedName : IEquatable<DistinguishedName>
{
    private const int MostAttributes = 64;
    private const int LongestCompleted = 2_048;
    private const char AttributeEnd = '\u0001';
    private const char RelativeEnd = '\u0002';
    private const char Escape = '\u0003';

    private readonly string _canonical;
    private readonly bool _personal;

    private DistinguishedName(ReadOnlyMemory<byte> rawData, ImmutableArray<NameAttribute> attributes, string canonical, bool personal)
    {
        RawData = rawData;
        Attributes = attributes;
        _canonical = canonical;
        _personal = personal;
        CommonName = First(Oids.CommonName);
        Organization = First(Oids.Organization);
        Country = First(Oids.Country);
        DomainComponents = Texts(Oids.DomainComponent);
    }

    /// <summary>The DER octets as received.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>All attributes in the order of the encoding.</summary>
    public ImmutableArray<NameAttribute> Attributes { get; }

    /// <summary>The first common name. Of a contract or provisioning certificate this is a personal identifier: do not log it.</summary>
    public string? CommonName { get; }

    /// <summary>The first organization.</summary>
    public string? Organization { get; }

    /// <summary>The first country.</summary>
    public string? Country { get; }

    /// <summary>The domain components in the order of the encoding; the profiles of ISO 15118 use one.</summary>
    public ImmutableArray<string> DomainComponents { get; }

    /// <summary>Whether the name has no attribute at all.</summary>
    public bool IsEmpty => Attributes.IsEmpty;

    /// <summary>Builds a name of the form that the V2G profiles use: CN, O, C, DC, each left out where null.</summary>
    /// <param name="commonName">The common name.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="country">The country, two letters.</param>
    /// <param name="domainComponent">The domain component, for example <c>V2G</c>.</param>
    /// <returns>The name.</returns>
    public static DistinguishedName Create(string commonName, string? organization = null, string? country = null, string? domainComponent = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(commonName);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Write(writer, Oids.CommonName, UniversalTagNumber.UTF8String, commonName);
            Write(writer, Oids.Organization, UniversalTagNumber.UTF8String, organization);
            Write(writer, Oids.Country, UniversalTagNumber.PrintableString, country);
            Write(writer, Oids.DomainComponent, UniversalTagNumber.IA5String, domainComponent);
        }

        return Read(DerFields.Open(writer.Encode()), "name");
    }

    /// <inheritdoc/>
    public bool Equals(DistinguishedName? other) =>
        other is not null && (RawData.Span.SequenceEqual(other.RawData.Span) || _canonical.Equals(other._canonical, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DistinguishedName);

    /// <inheritdoc/>
    public override int GetHashCode() => _canonical.GetHashCode(StringComparison.Ordinal);

    /// <summary>
    /// The name for people, in the order of the encoding. The common name of a certificate that is no authority may be an EMAID or another
    /// personal identifier, so here it is masked after its second character.
    /// </summary>
    /// <returns>For example <c>CN=CPOSubCA2, O=PairSettle, C=DE, DC=V2G</c>.</returns>
    public override string ToString() => Format(_personal);

    /// <summary>The name for people with nothing masked. Not for logs.</summary>
    /// <returns>The name in the order of the encoding.</returns>
    public string ToUnmaskedString() => Format(masked: false);

    /// <summary>Reads a Name.</summary>
    internal static DistinguishedName Read(AsnReader reader, string path)
    {
        var raw = reader.ReadEncodedValue();
        try
        {
            var names = Content(raw.Span, isSet: false, out _);
            var attributes = ImmutableArray.CreateBuilder<NameAttribute>(initialCapacity: 4);
            var canonical = new StringBuilder(capacity: 96);
            while (!names.IsEmpty)
            {
                var relative = Content(names, isSet: true, out var length);
                names = names[length..];
                if (relative.IsEmpty)
                {
                    throw new CredentialContentException(CredentialFault.InvalidName, path);
                }

                ReadRelative(relative, attributes, canonical, path);
            }

            return new DistinguishedName(raw, attributes.DrainToImmutable(), canonical.ToString(), personal: false);
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidName, path);
        }
    }

    /// <summary>Whether this name is the other or lies below it (RFC 5280, 4.2.1.10).</summary>
    internal bool IsWithin(DistinguishedName above) => _canonical.StartsWith(above._canonical, StringComparison.Ordinal);

    /// <summary>The name with one more relative name at its end.</summary>
    /// <param name="relative">The content of the relative name's SET.</param>
    /// <param name="path">Where the relative name stands.</param>
    /// <exception cref="CredentialContentException">The name would be longer than is sensible: certificates may hold many such, each with this one before it.</exception>
    internal DistinguishedName Append(ReadOnlyMemory<byte> relative, string path)
    {
        if (RawData.Length + relative.Length > LongestCompleted)
        {
            throw new CredentialContentException(CredentialFault.TooLarge, path);
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            var names = DerFields.Open(RawData).ReadSequence();
            while (names.HasData)
            {
                writer.WriteEncodedValue(names.ReadEncodedValue().Span);
            }

            using (writer.PushSetOf())
            {
                var attributes = DerFields.Open(relative);
                while (attributes.HasData)
                {
                    writer.WriteEncodedValue(attributes.ReadEncodedValue().Span);
                }
            }
        }

        return Read(DerFields.Open(writer.Encode()), path);
    }

    /// <summary>The same name, whose common name is masked in <see cref="ToString"/>.</summary>
    internal DistinguishedName AsPersonal() => new(RawData, Attributes, _canonical, personal: true);

    // Almost always of one attribute. DER orders a SET OF by its octets, which differ between string types; the canonical form must not.
    private static void ReadRelative(ReadOnlySpan<byte> relative, ImmutableArray<NameAttribute>.Builder attributes, StringBuilder canonical, string path)
    {
        var start = canonical.Length;
        List<string>? several = null;
        while (!relative.IsEmpty)
        {
            if (attributes.Count == MostAttributes)
            {
                throw new CredentialContentException(CredentialFault.InvalidName, path);
            }

            attributes.Add(ReadAttribute(Content(relative, isSet: false, out var length), canonical, path));
            relative = relative[length..];
            if (several is not null || !relative.IsEmpty)
            {
                (several ??= []).Add(canonical.ToString(start, canonical.Length - start));
                canonical.Length = start;
            }
        }

        if (several is not null)
        {
            several.Sort(StringComparer.Ordinal);
            canonical.AppendJoin(AttributeEnd, several);
        }

        canonical.Append(RelativeEnd);
    }

    private static NameAttribute ReadAttribute(ReadOnlySpan<byte> pair, StringBuilder canonical, string path)
    {
        var oid = AsnDecoder.ReadObjectIdentifier(pair, AsnEncodingRules.DER, out var length);
        pair = pair[length..];
        var tag = Asn1Tag.Decode(pair, out _);
        string? text = null;
        canonical.Append(oid);
        if (tag.TagClass == TagClass.Universal && IsText((UniversalTagNumber)tag.TagValue))
        {
            text = AsnDecoder.ReadCharacterString(pair, AsnEncodingRules.DER, (UniversalTagNumber)tag.TagValue, out length);
            Fold(text, canonical.Append('='));
        }
        else
        {
            AsnDecoder.ReadEncodedValue(pair, AsnEncodingRules.DER, out _, out _, out length);
            canonical.Append('#').Append(Convert.ToHexString(pair[..length]));
        }

        return length == pair.Length ? new NameAttribute(oid, text) { Kind = (UniversalTagNumber)tag.TagValue } : throw new CredentialContentException(CredentialFault.TrailingData, path);
    }

    // What a sequence or set holds; names are read without a reader for each of their many small values.
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> source, bool isSet, out int length)
    {
        int offset, count;
        if (isSet)
        {
            AsnDecoder.ReadSetOf(source, AsnEncodingRules.DER, out offset, out count, out length);
        }
        else
        {
            AsnDecoder.ReadSequence(source, AsnEncodingRules.DER, out offset, out count, out length);
        }

        return source.Slice(offset, count);
    }

    private static bool IsText(UniversalTagNumber tag) => tag is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString
        or UniversalTagNumber.IA5String or UniversalTagNumber.BMPString or UniversalTagNumber.TeletexString
        or UniversalTagNumber.NumericString or UniversalTagNumber.VisibleString;

    private static void Fold(string text, StringBuilder folded)
    {
        var start = folded.Length;
        var space = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                space = folded.Length > start;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            // Control characters delimit the parts of the canonical form: one in a value must not pass for a delimiter.
            if (character <= Escape)
            {
                folded.Append(Escape);
            }

            folded.Append(char.ToUpperInvariant(character));
        }
    }

    private static void Write(AsnWriter writer, string oid, UniversalTagNumber kind, string? value)
    {
        if (value is null)
        {
            return;
        }

        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteCharacterString(kind, value);
        }
    }

    private ImmutableArray<string> Texts(string oid)
    {
        var texts = ImmutableArray<string>.Empty;
        foreach (var attribute in Attributes)
        {
            if (attribute.Oid == oid && attribute.Value is { } text)
            {
                texts = texts.Add(text);
            }
        }

        return texts;
    }

    private string? First(string oid)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Oid == oid)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private string Format(bool masked) => string.Join(", ", Attributes.Select(attribute =>
    {
        var name = attribute.Oid switch
        {
            Oids.CommonName => "CN",
            Oids.Organization => "O",
            Oids.OrganizationalUnit => "OU",
            Oids.Country => "C",
            Oids.DomainComponent => "DC",
            var other => other,
        };
        var value = attribute.Value ?? "#";
        var hide = masked && attribute.Oid is not (Oids.Organization or Oids.OrganizationalUnit or Oids.Country or Oids.DomainComponent);
        return $"{name}={Printable(hide ? string.Concat(value.AsSpan(0, Math.Min(2, value.Length)), "***") : value)}";
    }));

    // A name comes from a peer: control characters in it must not reach a terminal or break a line of a log.
    private static string Printable(string value) => string.Create(value.Length, value, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) ? '?' : source[i];
        }
    });
}
