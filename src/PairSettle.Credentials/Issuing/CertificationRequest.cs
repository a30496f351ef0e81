using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// A certification request (PKCS #10, RFC 2986), parsed strictly. There is none whose signature was not made with the key that a certificate
/// is asked for: who has such an object knows that the requester holds the private key. Everything else in it is a wish.
/// </summary>
public sealed class CertificationRequest
{
    /// <summary>The longest request that is parsed, in octets.</summary>
    public const int MaxLength = 8_192;

    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxTextLength = 1 << 16;

    private const string Label = "CERTIFICATE REQUEST";
    private const string FormerLabel = "NEW CERTIFICATE REQUEST"; // RFC 7468, 7
    private const int MostAttributes = 16;

    private static ReadOnlySpan<byte> Null => [0x05, 0x00];

    private CertificationRequest(ReadOnlyMemory<byte> der, IAlgorithmProvider? provider)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        RawData = der.ToArray();
        var outer = DerFields.Open(RawData);
        var request = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        var signedData = request.PeekEncodedValue();
        var info = request.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(request, "signatureAlgorithm");
        var signature = DerFields.Signature(request, algorithm.Scheme);
        DerFields.DemandEnd(request, "signature");
        DemandNull(algorithm);

        if (!info.TryReadInt32(out var version) || version != 0)
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version");
        }

        Subject = DistinguishedName.Read(info, "subject").AsPersonal();
        SubjectPublicKeyInfo = info.PeekEncodedValue();
        var key = PublicKeyInfo.Read(info);
        KeyAlgorithm = key.Algorithm;
        Extensions = ReadAttributes(info.ReadSetOf(DerFields.Context0Constructed));
        DerFields.DemandEnd(info, "certificationRequestInfo");

        // Once everything else is known to be right: it is the only part that costs something.
        if (algorithm.Scheme is not { IsLegacy: false }
            || !new VerificationKey(key.Algorithm, SubjectPublicKeyInfo, key.OnlyScheme).VerifyData(signedData.Span, algorithm.Scheme, signature.Span, provider))
        {
            throw new CredentialContentException(CredentialFault.NotSignedByOwnKey, "signature");
        }
    }

    /// <summary>The DER octets.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The name that the requester asks for; it may be empty. What is certified is the authority's decision.</summary>
    public DistinguishedName Subject { get; }

    /// <summary>The key with its algorithm, DER: what goes into <see cref="CertificateOrder.SubjectPublicKeyInfo"/>.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>The kind of key.</summary>
    public KeyAlgorithm KeyAlgorithm { get; }

    /// <summary>The extensions that the requester asks for (RFC 2985, 5.4.2), mostly none. Their content is not looked at.</summary>
    public ImmutableArray<CertificateExtension> Extensions { get; }

    /// <summary>Parses DER octets and verifies the signature.</summary>
    /// <param name="der">Exactly one request. The octets are copied.</param>
    /// <param name="request">The request on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <param name="provider">Algorithms from elsewhere than the platform, where the key needs them.</param>
    /// <returns>Whether the octets are a strictly encoded request that its own key signed, by other means than SHA-1 or DSA.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> der, [NotNullWhen(true)] out CertificationRequest? request, out CredentialError error, IAlgorithmProvider? provider = null)
    {
        request = DerFields.Guard(() => new CertificationRequest(der, provider), "certificationRequest", out error);
        return request is not null;
    }

    /// <summary>Reads a text with one block <c>CERTIFICATE REQUEST</c> and verifies the signature; blocks of other kinds are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="request">The request on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <param name="provider">Algorithms from elsewhere than the platform, where the key needs them.</param>
    /// <returns>False when there is no such block or more than one, or when the text is longer than <see cref="MaxTextLength"/>; else as for DER octets.</returns>
    public static bool TryParse(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out CertificationRequest? request, out CredentialError error, IAlgorithmProvider? provider = null)
    {
        request = null;
        if (text.Length > MaxTextLength)
        {
            error = new CredentialError(CredentialFault.TooLarge, "pem");
            return false;
        }

        ReadOnlyMemory<byte>? found = null;
        error = new CredentialError(CredentialFault.InvalidPem, "pem");
        while (PemText.TryTake(ref text, out var label, out var data))
        {
            if (label is not (Label or FormerLabel))
            {
                continue;
            }

            if (found is not null || !PemText.TryDecode(data, out var der))
            {
                return false;
            }

            found = der;
        }

        return found is { } only && TryParse(only, out request, out error, provider);
    }

    // Unlike in certificates nothing that is signed repeats the algorithm, so that a second encoding of it would be a second form of the request.
    private static void DemandNull(AlgorithmIdentifier algorithm)
    {
        if (algorithm.Scheme is { Kind: SignatureKind.RsaPkcs1 } && !algorithm.Encoded.Span.EndsWith(Null))
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, "signatureAlgorithm");
        }
    }

    private static ImmutableArray<CertificateExtension> ReadAttributes(AsnReader attributes)
    {
        const string Path = "attributes";
        var extensions = ImmutableArray<CertificateExtension>.Empty;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var oid = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf();
            DerFields.DemandEnd(attribute, Path);
            if (!seen.Add(oid))
            {
                throw new CredentialContentException(CredentialFault.DuplicateItem, Path);
            }

            if (seen.Count > MostAttributes)
            {
                throw new CredentialContentException(CredentialFault.TooManyItems, Path);
            }

            if (oid == Oids.ExtensionRequest)
            {
                extensions = DerFields.Extensions(values.ReadSequence(), "extensionRequest");
                DerFields.DemandEnd(values, "extensionRequest");
            }
        }

        return extensions;
    }
}
