using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// OCSP requests, to which a responder of one of the seeds' authorities answers. Its key is not that authority's, which nobody has any more, so that
/// its answers verify for nobody; everything else about them is as it should be.
/// </summary>
internal sealed class ResponderTarget : CredentialTarget
{
    private OcspResponder? _responder;
    private DateTimeOffset _at;

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Request];

    /// <inheritdoc/>
    public override void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds)
    {
        var authorities = new SeedAuthorities(seeds);
        var asked = seeds.Where(static seed => seed.Kind == CredentialKind.Request)
            .SelectMany(static seed => OcspRequest.TryParse(seed.Octets, out var request, out _) ? request.Certificates : []).ToArray();
        var authority = authorities.Intermediates.FirstOrDefault(certificate => asked.Any(id => id.IsIssuedBy(certificate)));
        if (authority is not null)
        {
            _at = authorities.At;
            _responder = new OcspResponder(
                Status(authority, authorities.Certificates.Where(certificate => certificate.Issuer.Equals(authority.Subject))),
                new Credential(authority, [], ECDsaSigner.Generate()));
        }
    }

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        var octets = (byte[])input;
        if (OcspRequest.TryParse(octets, out var request, out var error))
        {
            return Outcome.Of(request);
        }

        return _responder is not null && _responder.Answer(octets, _at).Status != OcspResponseStatus.MalformedRequest
            ? Outcome.Of(false, null, default)
            : Outcome.Of(false, null, error);
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        var request = (OcspRequest)accepted;
        problem = Kept(request.RawData, octets);
        var behaviour = $"{Magnitude(request.Certificates.Length)} {request.Nonce.IsEmpty} {request.HasUnknownCriticalExtension}";
        if (_responder is null)
        {
            return behaviour;
        }

        var reply = _responder.Answer(octets, _at);
        if (reply.Status != OcspResponseStatus.Successful)
        {
            return $"{behaviour} {reply.Status}";
        }

        if (!OcspResponse.TryParse(reply.RawData, out var response, out var error))
        {
            problem = $"answered with what is no response: {error}";
            return behaviour;
        }

        if (!response.Answers.Select(static answer => answer.Id).SequenceEqual(request.Certificates))
        {
            problem = "answered about other certificates than were asked about";
        }

        return $"{behaviour} {string.Join(' ', response.Answers.Select(static answer => answer.Status).Distinct())}";
    }

    // An authority that issued what is given, and revoked the first of it. Its folder is read once.
    private static AuthorityStatus Status(Certificate authority, IEnumerable<Certificate> issued)
    {
        var folder = Directory.CreateTempSubdirectory("pairsettle-");
        try
        {
            string[] lines =
            [
                .. issued.Select(AuthorityLog.IssuedLine),
                .. issued.Take(1).Select(static certificate => AuthorityLog.RevokedLine(
                    new(certificate.SerialNumber, certificate.NotBefore, RevocationReason.KeyCompromise, null))),
            ];
            AuthorityDirectory.Create(folder.FullName, authority, [], key: null, lines);
            return AuthorityStatus.Open(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
