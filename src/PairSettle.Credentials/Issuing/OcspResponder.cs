using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// Answers OCSP requests (RFC 6960, RFC 5019) about the certificates of one authority. It speaks no HTTP and has no clock: octets and the time
/// come in, octets go out. A signed answer is kept and given again until half of its validity is over, unless the status changed; an answer
/// with a nonce, about several certificates or about an unknown one is signed anew each time. Safe for concurrent use where the signer is.
/// </summary>
public sealed class OcspResponder
{
    private readonly AuthorityStatus _authority;
    private readonly Credential _credential;
    private readonly OcspResponderOptions _options;
    private readonly bool _appointed;
    private readonly Dictionary<OcspCertificateId, (OcspStatement Statement, OcspReply Reply)> _kept = [];
    private readonly Lock _gate = new();

    /// <summary>Makes a responder.</summary>
    /// <param name="authority">The authority, which the host refreshes.</param>
    /// <param name="credential">A credential of <see cref="CertificateTemplate.OcspResponder"/> under the authority, or the authority's own.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">The authority did not appoint the responder, or an option is out of bounds.</exception>
    public OcspResponder(AuthorityStatus authority, Credential credential, OcspResponderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(credential);
        _authority = authority;
        _credential = credential;
        _options = options ?? new OcspResponderOptions();
        _options.Check();
        _appointed = !credential.Leaf.Equals(authority.Certificate);
        if (_appointed && !IsAppointed(credential.Leaf, authority.Certificate))
        {
            throw new ArgumentException("the responder's certificate is not one of the authority for signing OCSP responses", nameof(credential));
        }
    }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The octets that came in.</param>
    /// <param name="at">The time.</param>
    /// <returns>The answer; never an exception on account of the octets.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key cannot be used.</exception>
    public OcspReply Answer(ReadOnlyMemory<byte> request, DateTimeOffset at)
    {
        if (!OcspRequest.TryParse(request, out var parsed, out _) || parsed.HasUnknownCriticalExtension)
        {
            return OcspReply.Refusal(OcspResponseStatus.MalformedRequest);
        }

        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        if (at < _credential.Leaf.NotBefore || at >= _credential.Leaf.NotAfter)
        {
            return OcspReply.Refusal(OcspResponseStatus.TryLater);
        }

        ImmutableArray<OcspStatement> statements = [.. parsed.Certificates.Select(Judge)];
        if (!parsed.Certificates.Any(id => id.IsIssuedBy(_authority.Certificate)))
        {
            return OcspReply.Refusal(OcspResponseStatus.Unauthorized);
        }

        if (!parsed.Nonce.IsEmpty || statements is not [{ Status: not OcspStatus.Unknown } only])
        {
            return Sign(statements, at, parsed.Nonce, reusable: false);
        }

        if (FindKept(only, at) is { } kept)
        {
            return kept;
        }

        var reply = Sign(statements, at, nonce: default, reusable: true);
        Keep(only, reply);
        return reply;
    }

    private static bool IsAppointed(Certificate responder, Certificate authority) =>
        responder.Issuer.Equals(authority.Subject)
        && responder.ExtendedKeyUsages.Contains(ExtendedKeyUsages.OcspSigning)
        && authority.Key is { } key
        && key.VerifyData(responder.SignedData.Span, responder.Scheme, responder.Signature.Span);

    private OcspStatement Judge(OcspCertificateId id)
    {
        var revocation = default(RevokedCertificate);
        var status = id.IsIssuedBy(_authority.Certificate) ? _authority.Find(id.SerialNumber, out revocation) : OcspStatus.Unknown;
        return new OcspStatement(id, status, revocation);
    }

    private OcspReply Sign(ImmutableArray<OcspStatement> statements, DateTimeOffset at, ReadOnlyMemory<byte> nonce, bool reusable)
    {
        // Once the responder's own certificate is over, its answers do not verify any more.
        var nextUpdate = at + _options.Validity < _credential.Leaf.NotAfter ? at + _options.Validity : _credential.Leaf.NotAfter;
        return new OcspReply(OcspResponseStatus.Successful, OcspWriter.Write(statements, at, nextUpdate, _credential, _appointed, nonce))
        {
            ThisUpdate = at,
            NextUpdate = nextUpdate,
            IsReusable = reusable,
        };
    }

    private OcspReply? FindKept(OcspStatement statement, DateTimeOffset at)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(statement.Id, out var kept)
                && (kept.Statement.Status, kept.Statement.Revocation.RevokedAt, kept.Statement.Revocation.Reason)
                    == (statement.Status, statement.Revocation.RevokedAt, statement.Revocation.Reason)
                && at >= kept.Reply.ThisUpdate
                && at - kept.Reply.ThisUpdate < (kept.Reply.NextUpdate - kept.Reply.ThisUpdate) / 2
                    ? kept.Reply
                    : null;
        }
    }

    private void Keep(OcspStatement statement, OcspReply reply)
    {
        if (_options.CachedAnswers == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_kept.Count >= _options.CachedAnswers && !_kept.ContainsKey(statement.Id))
            {
                _kept.Clear(); // only certificates of the authority get here, so that nobody can drive answers out with inventions
            }

            _kept[statement.Id] = (statement, reply);
        }
    }
}
