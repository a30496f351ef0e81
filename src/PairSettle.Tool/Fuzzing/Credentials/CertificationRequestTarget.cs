using PairSettle.Credentials.BouncyCastle;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Certification requests, of which there is none that its own key did not sign.</summary>
internal sealed class CertificationRequestTarget : CredentialTarget
{
    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.CertificationRequest];

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input) => Outcome.Of(
        CertificationRequest.TryParse((byte[])input, out var request, out var error, BouncyCastleAlgorithms.EdwardsCurves), request, error);

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        var request = (CertificationRequest)accepted;
        problem = genuine ? Kept(request.RawData, octets) : "damaged, and its signature holds all the same";
        _ = request.Subject.ToString();
        return $"{request.KeyAlgorithm} {Oids(request.Extensions)}";
    }
}
