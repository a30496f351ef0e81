using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>A successful basic OCSP response (RFC 6960), parsed strictly. Other responses prove nothing and are refused.</summary>
public sealed class OcspResponse : EvidenceItem
{
    /// <summary>The longest response that is parsed.</summary>
    public const int MaxLength = 65_536;

    private const int MostAnswers = 256;
    private const int MostCertificates = 8;

    private OcspResponse(ReadOnlyMemory<byte> der)
        : base(Copy(der))
    {
        var outer = DerFields.Open(RawData);
        var response = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        if (response.ReadEnumeratedBytes().Span is not [0] || !response.HasData)
        {
            throw new CredentialContentException(CredentialFault.UnsuccessfulResponse, "responseStatus");
        }

        var wrapper = response.ReadSequence(DerFields.Context0Constructed);
        DerFields.DemandEnd(response, "responseBytes");
        var bytes = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, "responseBytes");
        if (bytes.ReadObjectIdentifier() != Oids.OcspBasic)
        {
            throw new CredentialContentException(CredentialFault.UnsuccessfulResponse, "responseType");
        }

        var inner = DerFields.Open(DerFields.OctetString(bytes, "response"));
        DerFields.DemandEnd(bytes, "response");
        var basic = inner.ReadSequence();
        DerFields.DemandEnd(inner, "basicResponse");

        SignedData = basic.PeekEncodedValue();
        var data = basic.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(basic, "signatureAlgorithm");
        SignatureAlgorithmOid = algorithm.Oid;
        Scheme = algorithm.Scheme;
        Signature = DerFields.Signature(basic, algorithm.Scheme);
        Certificates = ReadCertificates(basic);
        DerFields.DemandEnd(basic, "basicResponse");

        if (DerFields.NextIs(data, DerFields.Context0))
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version"); // v1 is the only one, and the default
        }

        if (DerFields.NextIs(data, DerFields.Context1))
        {
            var named = data.ReadSequence(DerFields.Context1Constructed);
            ResponderName = DistinguishedName.Read(named, "responderID");
            DerFields.DemandEnd(named, "responderID");
        }
        else
        {
            var keyed = data.ReadSequence(DerFields.Context2Constructed);
            ResponderKeyHash = DerFields.OctetString(keyed, "responderID");
            DerFields.DemandEnd(keyed, "responderID");
            if (ResponderKeyHash.Length != 20)
            {
                throw new CredentialContentException(CredentialFault.MalformedDer, "responderID");
            }
        }

        SignedAt = DerFields.GeneralizedTime(data);
        Answers = ReadAnswers(data.ReadSequence());
        var extensions = OcspExtensions.Read(data, DerFields.Context1Constructed, "responseExtensions");
        HasUnknownCriticalExtension = OcspExtensions.HasUnknown(extensions);
        Nonce = OcspExtensions.Nonce(extensions) is { } nonce ? Unwrap(nonce) : default;
        DerFields.DemandEnd(data, "tbsResponseData");
    }

    /// <summary>The responder's name; null where it is named by its key.</summary>
    public DistinguishedName? ResponderName { get; }

    /// <summary>The SHA-1 of the responder's key; empty where it is named by its name.</summary>
    public ReadOnlyMemory<byte> ResponderKeyHash { get; }

    /// <summary>The time at which the responder signed.</summary>
    public DateTimeOffset SignedAt { get; }

    /// <summary>The answers.</summary>
    public ImmutableArray<OcspAnswer> Answers { get; }

    /// <summary>The certificates that came along; one of them may be a delegated responder's.</summary>
    public ImmutableArray<Certificate> Certificates { get; }

    /// <summary>The object identifier of the algorithm that the responder signed with.</summary>
    public string SignatureAlgorithmOid { get; }

    /// <summary>The nonce of the request that was answered; empty where it is not repeated. Who asked compares it.</summary>
    public ReadOnlyMemory<byte> Nonce { get; }

    /// <inheritdoc/>
    public override DateTimeOffset ThisUpdate => Answers.Min(answer => answer.ThisUpdate);

    /// <inheritdoc/>
    public override DateTimeOffset? NextUpdate => Answers.Min(answer => answer.NextUpdate);

    /// <inheritdoc/>
    public override DateTimeOffset? ProducedAt => SignedAt;

    internal ReadOnlyMemory<byte> SignedData { get; }

    internal ReadOnlyMemory<byte> Signature { get; }

    /// <summary>How the responder signed; null for what is never verified.</summary>
    internal SignatureScheme? Scheme { get; }

    internal bool HasUnknownCriticalExtension { get; }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one response. The octets are copied.</param>
    /// <param name="response">The response on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a strictly encoded, successful basic response.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out OcspResponse? response, out CredentialError error)
    {
        response = DerFields.Guard(() => new OcspResponse(der), "ocspResponse", out error);
        return response is not null;
    }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one response. The octets are copied.</param>
    /// <returns>The response.</returns>
    /// <exception cref="CredentialContentException">The octets are not a strictly encoded, successful basic response.</exception>
    public static OcspResponse Parse(ReadOnlyMemory<byte> der) =>
        TryParse(der, out var response, out var error) ? response : throw new CredentialContentException(error);

    // An OCSPResponse begins with an ENUMERATED, a CertificateList with a SEQUENCE.
    internal static bool LooksLikeOne(ReadOnlySpan<byte> der) =>
        der.Length > 1 && der[0] == 0x30 && (der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7F)) is var content && content < der.Length && der[content] == 0x0A;

    private static byte[] Copy(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        return der.ToArray();
    }

    private static ImmutableArray<Certificate> ReadCertificates(AsnReader basic)
    {
        if (!basic.HasData)
        {
            return [];
        }

        var wrapper = basic.ReadSequence(DerFields.Context0Constructed);
        var sequence = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, "certs");
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        while (sequence.HasData)
        {
            if (certificates.Count == MostCertificates)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, "certs");
            }

            certificates.Add(Certificate.Parse(sequence.ReadEncodedValue()));
        }

        return certificates.ToImmutable();
    }

    private static ImmutableArray<OcspAnswer> ReadAnswers(AsnReader sequence)
    {
        var answers = ImmutableArray.CreateBuilder<OcspAnswer>();
        do
        {
            if (answers.Count == MostAnswers)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, "responses");
            }

            answers.Add(ReadAnswer(sequence.ReadSequence()));
        }
        while (sequence.HasData);
        return answers.ToImmutable();
    }

    private static OcspAnswer ReadAnswer(AsnReader answer)
    {
        const string Path = "responses";
        var id = OcspCertificateId.Read(answer, Path);
        DateTimeOffset? revokedAt = null;
        var reason = RevocationReason.Unspecified;
        OcspStatus status;
        if (DerFields.NextIs(answer, DerFields.Context0))
        {
            status = OcspStatus.Good;
            answer.ReadNull(DerFields.Context0);
        }
        else if (DerFields.NextIs(answer, DerFields.Context1))
        {
            status = OcspStatus.Revoked;
            var revoked = answer.ReadSequence(DerFields.Context1Constructed);
            revokedAt = DerFields.GeneralizedTime(revoked);
            if (revoked.HasData)
            {
                var wrapped = revoked.ReadSequence(DerFields.Context0Constructed);
                reason = DerFields.Reason(wrapped);
                DerFields.DemandEnd(wrapped, Path);
            }

            DerFields.DemandEnd(revoked, Path);
        }
        else
        {
            status = OcspStatus.Unknown;
            answer.ReadNull(DerFields.Context2);
        }

        var thisUpdate = DerFields.GeneralizedTime(answer);
        DateTimeOffset? nextUpdate = null;
        if (DerFields.NextIs(answer, DerFields.Context0))
        {
            var wrapped = answer.ReadSequence(DerFields.Context0Constructed);
            nextUpdate = DerFields.GeneralizedTime(wrapped);
            DerFields.DemandEnd(wrapped, Path);
            if (nextUpdate < thisUpdate)
            {
                throw new CredentialContentException(CredentialFault.InvalidTime, Path);
            }
        }

        var unknown = OcspExtensions.HasUnknown(OcspExtensions.Read(answer, DerFields.Context1Constructed, "singleExtensions"));
        DerFields.DemandEnd(answer, Path);
        return new OcspAnswer
        {
            Id = id,
            Status = status,
            RevokedAt = revokedAt,
            Reason = reason,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            HasUnknownCriticalExtension = unknown,
        };
    }

    // Before RFC 8954 responders also put the octets there without wrapping them.
    private static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> value) =>
        AsnDecoder.TryReadPrimitiveOctetString(value.Span, AsnEncodingRules.DER, out var octets, out var consumed) && consumed == value.Length
            ? value[^octets.Length..]
            : value;
}
