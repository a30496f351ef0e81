using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>PEM texts, which all readers of such texts get.</summary>
internal sealed class PemTarget : CredentialTarget
{
    private readonly HashSet<string> _requests = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Pem];

    /// <inheritdoc/>
    public override void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds) => _requests.UnionWith(
        seeds.Where(static seed => seed.Kind == CredentialKind.CertificationRequest).Select(static seed => Convert.ToHexString(seed.Octets)));

    /// <inheritdoc/>
    public override object Prepare(CredentialKind kind, byte[] octets) => System.Text.Encoding.Latin1.GetString(octets);

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        ReadOnlySpan<char> text = (string)input;
        var read = CertificatePem.TryRead(text, out var certificates, out var first);
        var asked = CertificationRequest.TryParse(text, out var request, out var second);
        var listed = SignedTrustList.TryParse(text, out var list, out var third);
        var unfounded = (!read && first.Fault == CredentialFault.None) || (!asked && second.Fault == CredentialFault.None) || (!listed && third.Fault == CredentialFault.None);
        return unfounded ? Outcome.Of(false, null, default)
            : read || asked || listed ? Outcome.Of(new Contents(certificates.Length, request, list))
            : new(null, $"{first.Fault} {second.Fault} {third.Fault}", $"{first.Path} {second.Path} {third.Path}");
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        var (certificates, request, list) = (Contents)accepted;
        problem = request is null || _requests.Contains(Convert.ToHexString(request.RawData.Span)) ? null : "damaged, and its signature holds all the same";
        return $"{Magnitude(certificates)} {request is not null} {Magnitude(list?.Certificates.Length ?? 0)}";
    }

    private sealed record Contents(int Certificates, CertificationRequest? Request, SignedTrustList? List);
}
