using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>An OCSP request (RFC 6960, 4.1), parsed strictly. Who asks is of no concern: a requestor's name and signature are passed over.</summary>
public sealed class OcspRequest
{
    /// <summary>The longest request that is parsed.</summary>
    public const int MaxLength = 8_192;

    /// <summary>The most certificates that one request may ask about.</summary>
    public const int MaxCertificates = 32;

    /// <summary>The longest nonce in octets (RFC 9654, 2.1).</summary>
    public const int MaxNonceLength = 128;

    private OcspRequest(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        RawData = der.ToArray();
        var outer = DerFields.Open(RawData);
        var request = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        var tbs = request.ReadSequence();
        if (request.HasData)
        {
            SkipSignature(request);
        }

        DerFields.DemandEnd(request, "optionalSignature");
        if (DerFields.NextIs(tbs, DerFields.Context0))
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version"); // v1 is the only one, and the default
        }

        if (DerFields.NextIs(tbs, DerFields.Context1))
        {
            var wrapper = tbs.ReadSequence(DerFields.Context1Constructed);
            GeneralName.Read(wrapper, "requestorName");
            DerFields.DemandEnd(wrapper, "requestorName");
        }

        (Certificates, var unknown) = ReadList(tbs.ReadSequence());
        var extensions = OcspExtensions.Read(tbs, DerFields.Context2Constructed, "requestExtensions");
        HasUnknownCriticalExtension = unknown || OcspExtensions.HasUnknown(extensions);
        Nonce = OcspExtensions.Nonce(extensions) is { } nonce ? DerFields.Extension(nonce, "nonce", ReadNonce) : default;
        DerFields.DemandEnd(tbs, "tbsRequest");
    }

    /// <summary>The DER octets.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The certificates that are asked about, at least one.</summary>
    public ImmutableArray<OcspCertificateId> Certificates { get; }

    /// <summary>The nonce that the response is to repeat; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Nonce { get; }

    /// <summary>Whether an extension is critical that is not understood; a responder must not answer such a request (RFC 6960, 4.4).</summary>
    public bool HasUnknownCriticalExtension { get; }

    /// <summary>Writes an unsigned request.</summary>
    /// <param name="certificates">The certificates to ask about, 1 to <see cref="MaxCertificates"/>.</param>
    /// <param name="nonce">A nonce of at most <see cref="MaxNonceLength"/> octets (32 are asked for by RFC 9654); empty for none, so that a responder may answer from its cache.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">There is no certificate, there are too many, or the nonce is too long.</exception>
    public static OcspRequest Create(IEnumerable<OcspCertificateId> certificates, ReadOnlyMemory<byte> nonce = default)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                foreach (var id in certificates)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(id.RawData.Span);
                    }
                }
            }

            Issuing.DerWriting.WriteNonce(writer, DerFields.Context2Constructed, nonce);
        }

        return TryParse(writer.Encode(), out var request, out var error)
            ? request
            : throw new ArgumentException($"no request can be made of this: {error}", nameof(certificates));
    }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one request. The octets are copied.</param>
    /// <param name="request">The request on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a strictly encoded request.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out OcspRequest? request, out CredentialError error)
    {
        request = DerFields.Guard(() => new OcspRequest(der), "ocspRequest", out error);
        return request is not null;
    }

    private static (ImmutableArray<OcspCertificateId> Certificates, bool Unknown) ReadList(AsnReader list)
    {
        const string Path = "requestList";
        var certificates = ImmutableArray.CreateBuilder<OcspCertificateId>();
        var unknown = false;
        do
        {
            if (certificates.Count == MaxCertificates)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, Path);
            }

            var item = list.ReadSequence();
            certificates.Add(OcspCertificateId.Read(item, Path));
            unknown |= OcspExtensions.HasUnknown(OcspExtensions.Read(item, DerFields.Context0Constructed, "singleRequestExtensions"));
            DerFields.DemandEnd(item, Path);
        }
        while (list.HasData);
        return (certificates.ToImmutable(), unknown);
    }

    private static ReadOnlyMemory<byte> ReadNonce(AsnReader reader)
    {
        var nonce = DerFields.OctetString(reader, "nonce");
        return nonce.Length is > 0 and <= MaxNonceLength ? nonce : throw new CredentialContentException(CredentialFault.InvalidExtension, "nonce");
    }

    private static void SkipSignature(AsnReader request)
    {
        const string Path = "optionalSignature";
        var wrapper = request.ReadSequence(DerFields.Context0Constructed);
        var signature = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, Path);
        AlgorithmIdentifier.Read(signature, Path);
        DerFields.BitString(signature, Path);
        if (signature.HasData)
        {
            signature.ReadSequence(DerFields.Context0Constructed);
        }

        DerFields.DemandEnd(signature, Path);
    }
}
