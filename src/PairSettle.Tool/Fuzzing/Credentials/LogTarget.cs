using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Logs of authorities. What was read must fit into the authority's next list.</summary>
internal sealed class LogTarget : CredentialTarget, IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ECDsaSigner _key = ECDsaSigner.Generate();
    private readonly Certificate _authority;

    /// <summary>Makes the authority.</summary>
    public LogTarget() => _authority = CertificateAuthority.CreateRoot(
        new()
        {
            Template = CertificateTemplate.Root("MO"),
            Subject = DistinguishedName.Create("Root"),
            SubjectPublicKeyInfo = _key.SubjectPublicKeyInfo,
            SerialNumber = SerialNumbers.Random(),
            NotBefore = At,
            NotAfter = At.AddDays(1),
        },
        _key).Certificate;

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Log];

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        var log = new AuthorityLog();
        try
        {
            log.Apply((byte[])input);
            return Outcome.Of(log);
        }
        catch (InvalidDataException)
        {
            return Outcome.Refused("not a line");
        }
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        var log = (AuthorityLog)accepted;
        var authority = new CertificateAuthority(_authority, _key);
        foreach (var entry in log.Revocations)
        {
            authority.Restore(entry);
        }

        var list = authority.CreateRevocationList(log.Number, At, At.AddDays(1));
        problem = list.Count == log.Revocations.Count() ? null : "what was revoked is not all on the list";
        return $"{Magnitude(log.Count)} {Magnitude(list.Count)} {log.Number > 0}";
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
