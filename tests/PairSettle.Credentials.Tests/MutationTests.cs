using FsCheck;
using FsCheck.Fluent;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Tests.TrustLists;

namespace PairSettle.Credentials.Tests;

/// <summary>Whatever happens to the octets, a parser answers, with memory in proportion to the input.</summary>
public sealed class MutationTests
{
    private const int AllocationFactor = 200;
    private const int AllocationBase = 64 * 1024;

    private static readonly TestBranch Branch = new();
    private static readonly Lazy<Certificate> Constrained = new(() => RichSamples.Authority(Branch.Lower));

    private static readonly Lazy<SignedTrustList> TrustList = new(static () =>
    {
        var sample = new TrustListSample();
        return SignedTrustList.Sign(sample.List, sample.Publisher);
    });

    private static readonly string[] Samples = ["certificate", "constrained", "list", "partition", "response", "request", "trust list"];

    public static TheoryData<string> Kinds => [.. Samples];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TryParse_TruncatedAtEveryOctet_IsRefused(string kind)
    {
        var der = Sample(kind);
        for (var length = 0; length < der.Length; length++)
        {
            Assert.False(Parse(kind, der[..length]), $"{kind} cut to {length} octets");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TryParse_EverySingleBitFlip_IsAnsweredAndNeverVerifies(string kind)
    {
        var der = Sample(kind);
        for (var bit = 0; bit < 8 * der.Length; bit++)
        {
            var flipped = (byte[])der.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Verifies(kind, flipped), $"{kind}, bit {bit}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TryParse_RandomMutations_AnswersWithinBounds(string kind)
    {
        var der = Sample(kind);
        var mutation = ArbMap.Default.GeneratorFor<(int Position, byte Value, int Kind)>().NonEmptyListOf().ToArbitrary();
        Prop.ForAll(mutation, mutations =>
        {
            var octets = new List<byte>(der);
            foreach (var (position, value, action) in mutations)
            {
                var index = octets.Count == 0 ? 0 : (int)((uint)position % (uint)octets.Count);
                switch ((uint)action % 4)
                {
                    case 0 when octets.Count > 0:
                        octets[index] = value;
                        break;
                    case 1:
                        octets.Insert(index, value);
                        break;
                    case 2 when octets.Count > 0:
                        octets.RemoveAt(index);
                        break;
                    case 3 when octets.Count > 0:
                        octets.RemoveRange(index, Math.Min(value, octets.Count - index));
                        break;
                }
            }

            var input = octets.ToArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Parse(kind, input);
            return GC.GetAllocatedBytesForCurrentThread() - before <= AllocationBase + (AllocationFactor * (long)input.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(15_118, 5));
    }

    private static byte[] Sample(string kind) => (kind switch
    {
        "certificate" => Branch.Leaf.RawData,
        "constrained" => Constrained.Value.RawData,
        "partition" => RichSamples.Partition(Branch.Lower, Branch.Leaf, Branch.LowerKey),
        "list" => RevokedList().RawData,
        "trust list" => TrustList.Value.Signed.RawData,
        "request" => OcspRequest.Create([OcspCertificateId.Create(Branch.Leaf, Branch.Lower.Certificate)], new byte[32]).RawData,
        _ => Branch.Lower.CreateOcspResponse([Branch.Leaf], PkiFixture.Now, PkiFixture.Now.AddDays(1)).RawData,
    }).ToArray();

    private static CertificateRevocationList RevokedList()
    {
        Branch.Lower.Revoke(Branch.Leaf, PkiFixture.Now, RevocationReason.KeyCompromise, PkiFixture.Now.AddDays(-1));
        return Branch.Lower.CreateRevocationList(1, PkiFixture.Now, PkiFixture.Now.AddDays(1));
    }

    private static bool Parse(string kind, byte[] der) => kind switch
    {
        "certificate" or "constrained" => Certificate.TryParse(der, out _, out _),
        "list" or "partition" => CertificateRevocationList.TryParse(der, out _, out _),
        "request" => OcspRequest.TryParse(der, out _, out _),
        "trust list" => SignedTrustList.TryParse(der, TrustList.Value.Certificates, out _, out _),
        _ => OcspResponse.TryParse(der, out _, out _),
    };

    private static bool Verifies(string kind, byte[] der)
    {
        var meter = new WorkMeter(WorkBudget.Default);
        var issuer = Branch.Lower.Certificate;
        return kind switch
        {
            "certificate" or "constrained" => Certificate.TryParse(der, out var certificate, out _) && meter.Verify(issuer, certificate),
            "list" or "partition" => CertificateRevocationList.TryParse(der, out var list, out _) && meter.Verify(issuer, list),
            "trust list" => SignedTrustList.TryParse(der, TrustList.Value.Certificates, out var signed, out _)
                && signed.Signed.Verify(signed.Certificates[0]) == CmsSignatureFault.None,
            "request" => OcspRequest.TryParse(der, out var request, out _) && request.RawData.Span.SequenceEqual(Sample(kind)), // unsigned
            _ => OcspResponse.TryParse(der, out var response, out _) && meter.Verify(issuer, response),
        };
    }
}
