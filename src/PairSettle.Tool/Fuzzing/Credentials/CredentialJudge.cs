using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// Holds parsers and verifier to what they promise about octets from anybody: no exception, memory in proportion to the input, what is
/// accepted is kept as it came, and nothing that was damaged is trusted.
/// </summary>
internal sealed class CredentialJudge
{
    /// <summary>What a parser may allocate for any input.</summary>
    public const int AllocationBase = 16 * 1024;

    /// <summary>What it may allocate for each octet of the input besides.</summary>
    public const int AllocationFactor = 200;

    // Enough to find a path and to weigh evidence, and so little that a run spends its time on parsing.
    private static readonly WorkBudget Budget = new(Signatures: 6, Nodes: 64, NameComparisons: 2_000);

    private readonly HashSet<string> _genuine = new(StringComparer.Ordinal);
    private ImmutableArray<Certificate> _intermediates = [];
    private TrustStore _anchors = TrustStore.Empty;
    private RevocationEvidence _evidence = RevocationEvidence.Empty;
    private DateTimeOffset _at;

    /// <summary>The number of inputs that a parser accepted.</summary>
    public long Accepted { get; private set; }

    /// <summary>The most octets that were allocated for an octet of input, the base not counted.</summary>
    public double MostPerOctet { get; private set; }

    /// <summary>Takes seeds that are signed: what verifies is measured against them.</summary>
    public void Trust(IEnumerable<(CredentialKind Kind, byte[] Octets)> seeds)
    {
        var evidence = new List<EvidenceItem>();
        foreach (var (kind, octets) in seeds)
        {
            _genuine.Add(Convert.ToHexString(octets));
            if (kind == CredentialKind.Certificate && Certificate.TryParse(octets, out var certificate, out _))
            {
                _at = certificate.NotBefore.AddDays(1) > _at ? certificate.NotBefore.AddDays(1) : _at;
                _anchors = certificate is { IsAuthority: true, IsSelfIssued: true } ? _anchors.With(AuthorityRole.V2G, certificate) : _anchors;
                _intermediates = certificate is { IsAuthority: true, IsSelfIssued: false } ? _intermediates.Add(certificate) : _intermediates;
            }
            else if (EvidenceItem.TryParse(octets, out var item, out _))
            {
                evidence.Add(item);
            }
        }

        _evidence = RevocationEvidence.Create(evidence.Take(RevocationEvidence.MaxItems));
    }

    /// <summary>Judges one input.</summary>
    /// <param name="kind">What it is parsed as.</param>
    /// <param name="octets">The input.</param>
    /// <param name="behaviour">What was done with it, as far as that tells it from others.</param>
    /// <returns>What is wrong about it, or null.</returns>
    public string? Judge(CredentialKind kind, byte[] octets, out string behaviour)
    {
        behaviour = string.Empty;
        try
        {
            // The text is the input: making it of octets is not the parser's.
            var text = kind == CredentialKind.Pem ? Encoding.Latin1.GetString(octets) : string.Empty;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (parsed, error) = Parse(kind, octets, text);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before - AllocationBase;
            MostPerOctet = Math.Max(MostPerOctet, (double)allocated / Math.Max(1, octets.Length));
            if (allocated > (long)AllocationFactor * octets.Length)
            {
                return $"{allocated + AllocationBase} octets allocated for {octets.Length}";
            }

            if (parsed is null)
            {
                behaviour = $"{error.Fault} {error.Path}";
                return error.Fault == CredentialFault.None ? "refused without a fault" : null;
            }

            Accepted++;
            behaviour = parsed switch
            {
                Certificate certificate => Use(certificate),
                EvidenceItem item => Use(item),
                OcspRequest request => $"{Magnitude(request.Certificates.Length)} {request.Nonce.IsEmpty}",
                ImmutableArray<Certificate> certificates => $"{Magnitude(certificates.Length)}",
                _ => throw new InvalidOperationException($"not a parser's answer: {parsed}"),
            };
            return Demand(parsed, octets);
        }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} {e.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    private static (object? Parsed, CredentialError Error) Parse(CredentialKind kind, byte[] octets, string text) => kind switch
    {
        CredentialKind.Certificate => Certificate.TryParse(octets, out var certificate, out var error) ? (certificate, default) : (null, error),
        CredentialKind.List => CertificateRevocationList.TryParse(octets, out var list, out var error) ? (list, default) : (null, error),
        CredentialKind.Response => OcspResponse.TryParse(octets, out var response, out var error) ? (response, default) : (null, error),
        CredentialKind.Request => OcspRequest.TryParse(octets, out var request, out var error) ? (request, default) : (null, error),
        _ => CertificatePem.TryRead(text, out var certificates, out var error) ? (certificates, default) : (null, error),
    };

    private static string Extensions(ImmutableArray<CertificateExtension> extensions) => string.Join(' ', extensions.Select(static extension => extension.Oid));

    private static int Magnitude(int value) => BitOperations.Log2((uint)value + 1);

    // Verifies a certificate for every use, and tells what was found.
    private string Use(Certificate certificate)
    {
        var found = new SortedSet<ChainReason>();
        foreach (var use in Enum.GetValues<CertificateUse>())
        {
            found.UnionWith(Verify(certificate, use, _evidence).Findings.Select(static finding => finding.Reason));
        }

        _ = certificate.ToString();
        _ = certificate.Subject.ToUnmaskedString();
        return $"{certificate.Version} {certificate.KeyAlgorithm} {Extensions(certificate.Extensions)} {string.Join(' ', found)}";
    }

    // Puts evidence to a certificate that the seeds' authorities signed.
    private string Use(EvidenceItem item)
    {
        var found = _intermediates.Select(certificate => string.Join(
            ' ', Verify(certificate, CertificateUse.General, RevocationEvidence.Create([item])).Findings.Select(static finding => finding.Reason).Distinct()));
        return item is CertificateRevocationList list
            ? $"{Magnitude(list.Count)} {Extensions(list.Extensions)} {string.Join('|', found.Distinct())}"
            : $"{Magnitude(((OcspResponse)item).Answers.Length)} {string.Join('|', found.Distinct())}";
    }

    private ChainReport Verify(Certificate certificate, CertificateUse use, RevocationEvidence evidence) => ChainVerifier.Verify(new()
    {
        Leaf = certificate,
        Intermediates = _intermediates,
        Anchors = _anchors,
        Use = use,
        At = _at,
        Evidence = evidence,
        PeerName = use == CertificateUse.General ? PeerName.Dns("example.test") : null,
        Policy = new ChainPolicy { Budget = Budget, Algorithms = AlgorithmPolicy.Legacy },
    });

    private string? Demand(object parsed, byte[] octets)
    {
        var kept = parsed switch
        {
            Certificate certificate => certificate.RawData,
            EvidenceItem item => item.RawData,
            OcspRequest request => request.RawData,
            _ => octets,
        };
        if (!kept.Span.SequenceEqual(octets))
        {
            return "accepted, and kept as other octets";
        }

        return parsed is Certificate damaged && !_genuine.Contains(Convert.ToHexString(octets))
            && ChainVerifier.Verify(new()
            {
                Leaf = damaged,
                Intermediates = _intermediates,
                Anchors = _anchors,
                Use = CertificateUse.General,
                At = _at,
                Policy = ChainPolicy.WithoutRevocation with { Budget = Budget, Algorithms = AlgorithmPolicy.Legacy },
            }).Verdict == ChainVerdict.Trusted
            ? "damaged, and trusted all the same"
            : null;
    }
}
