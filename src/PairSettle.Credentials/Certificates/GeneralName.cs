using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>One GeneralName (RFC 5280, 4.2.1.6).</summary>
/// <param name="Kind">The form.</param>
/// <param name="Text">The text of an e-mail address, DNS name or URI.</param>
/// <param name="Octets">The octets of an address, with its mask in a constraint; of a form that is not evaluated the whole encoding.</param>
/// <param name="Directory">The directory name.</param>
internal sealed record GeneralName(GeneralNameKind Kind, string? Text, ReadOnlyMemory<byte> Octets, DistinguishedName? Directory)
{
    private const int MostNames = 8_192;

    /// <summary>The names of a GeneralNames, of which there is at least one.</summary>
    public static ImmutableArray<GeneralName> ReadAll(AsnReader names, string path)
    {
        var read = ImmutableArray.CreateBuilder<GeneralName>();
        do
        {
            if (read.Count == MostNames)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, path);
            }

            read.Add(Read(names, path));
        }
        while (names.HasData);
        return read.ToImmutable();
    }

    /// <summary>Reads the next name.</summary>
    public static GeneralName Read(AsnReader names, string path)
    {
        var tag = names.PeekTag();
        if (tag.TagClass != TagClass.ContextSpecific || tag.TagValue is < 0 or > (int)GeneralNameKind.Registered)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, path);
        }

        var kind = (GeneralNameKind)tag.TagValue;
        switch (kind)
        {
            case GeneralNameKind.Email or GeneralNameKind.Dns or GeneralNameKind.Uri:
                return new(kind, names.ReadCharacterString(UniversalTagNumber.IA5String, tag), default, null);
            case GeneralNameKind.Directory:
                var wrapper = names.ReadSequence(tag);
                var name = DistinguishedName.Read(wrapper, path);
                DerFields.DemandEnd(wrapper, path);
                return new(kind, null, default, name);
            case GeneralNameKind.Ip:
                return new(kind, null, DerFields.OctetString(names, path, tag), null);
            default:
                return new(kind, null, names.ReadEncodedValue(), null);
        }
    }

    /// <summary>Reads subjectAltName: an address has 4 or 16 octets.</summary>
    public static ImmutableArray<GeneralName> ReadAlternatives(AsnReader reader)
    {
        const string Path = "subjectAltName";
        var names = ReadAll(reader.ReadSequence(), Path);
        return names.All(static name => name.Kind != GeneralNameKind.Ip || name.Octets.Length is 4 or 16)
            ? names
            : throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
    }

    /// <summary>Whether two names are the same, as distribution points are matched (RFC 5280, 6.3.3 (b)).</summary>
    public bool Matches(GeneralName other) => Kind == other.Kind && Kind switch
    {
        GeneralNameKind.Directory => Directory!.Equals(other.Directory),
        GeneralNameKind.Email or GeneralNameKind.Dns or GeneralNameKind.Uri => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase),
        _ => Octets.Span.SequenceEqual(other.Octets.Span),
    };
}
