namespace PairSettle.Credentials;

/// <summary>Finds who may sign OCSP responses about an authority's certificates (RFC 6960, 4.2.2.2): itself, or a responder that it appointed.</summary>
internal sealed class OcspSigners(
    ChainRequest request, AlgorithmRule algorithms, WorkMeter meter, Certificate issuer, Func<CertificateRevocationList, bool> isUnderstood)
{
    /// <summary>The certificate whose key signed the response and may do so; null where there is none.</summary>
    public Certificate? SignerOf(OcspResponse response)
    {
        if (!meter.TryLookUp(1 + response.Certificates.Length))
        {
            return null;
        }

        if (IsNamed(response, issuer))
        {
            return algorithms.AllowsEvidence(issuer, response.Scheme) && meter.Verify(issuer, response) ? issuer : null;
        }

        foreach (var responder in response.Certificates)
        {
            if (IsNamed(response, responder) && algorithms.AllowsEvidence(responder, response.Scheme)
                && IsAppointed(responder, response.SignedAt) && meter.Verify(responder, response))
            {
                return responder;
            }
        }

        return null;
    }

    private static bool IsNamed(OcspResponse response, Certificate candidate) => response.ResponderName is { } name
        ? name.Equals(candidate.Subject)
        : response.ResponderKeyHash.Span.SequenceEqual(KeyIdentifier.OfKey(candidate.PublicKey.Span));

    private bool IsAppointed(Certificate responder, DateTimeOffset signedAt) =>
        responder.Issuer.Equals(issuer.Subject)
        && responder.ExtendedKeyUsages.Contains(ExtendedKeyUsages.OcspSigning)
        && !responder.IsAuthority
        && (!responder.HasKeyUsage || responder.KeyUsage.HasFlag(KeyUsage.DigitalSignature))
        && responder.Extensions.All(extension => !extension.Critical || extension.Oid is Oids.BasicConstraints or Oids.KeyUsage or Oids.ExtendedKeyUsage)
        && signedAt >= responder.NotBefore
        && signedAt <= responder.NotAfter
        && meter.Verify(issuer, responder)
        && (responder.FindExtension(Oids.OcspNoCheck) is not null || !IsListed(responder));

    // Without ocsp-nocheck a responder can be revoked itself; only a list can say so here, since its own word about itself is worth nothing.
    private bool IsListed(Certificate responder) => request.Evidence.Lists.Any(list =>
        meter.TryLookUp(1 + list.Scope.ComparisonsFor(responder))
        && list.Issuer.Equals(issuer.Subject) && !list.IsDelta && isUnderstood(list) && list.Scope.ReasonsFor(responder, list.Issuer) != 0
        && list.Find(responder.SerialNumber.Span) is not null
        && (meter.Verify(issuer, list) || meter.IsExhausted));
}
