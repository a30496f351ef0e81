using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Text;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Authorities that share names and keys and certify each other at random, some of it wrongly, and a leaf.</summary>
internal sealed class RandomWorld
{
    private const int Names = 5;
    private const int Keys = 6;
    private const int LeafKey = Keys;
    private static readonly ImmutableArray<string> Hosts = ["test", "a.test", "b.a.test", "b.test", "xa.test"];
    private static readonly ImmutableArray<string> Policies = ["1.2.1", "1.2.2", "1.2.3", Oids.AnyPolicy];
    private static readonly ImmutableArray<ECDsaSigner> Signers = [.. Enumerable.Range(0, Keys + 1).Select(static _ => ECDsaSigner.Generate())];
    private static readonly Dictionary<(int Name, int Key), CertificateAuthority> Authorities = [];

    private readonly Random _random;

    public RandomWorld(int seed)
    {
        _random = new Random(seed);
        ImmutableArray<(int Name, int Key)> nodes = [.. Enumerable.Range(0, 3 + _random.Next(4)).Select(_ => (_random.Next(Names), _random.Next(Keys))).Distinct()];
        Anchors = [.. nodes.Take(Chance(0.3) ? 2 : 1)];
        HasPolicies = Chance(0.4);
        Requirements = new()
        {
            RequireExplicitPolicy = HasPolicies && Chance(0.4),
            InhibitAnyPolicy = Chance(0.1),
            InhibitPolicyMapping = Chance(0.1),
            AcceptablePolicies = Chance(0.4) ? [.. Policies[..3].Where(_ => Chance(0.6))] : [],
        };

        // Every node hangs below an earlier one; further edges make crossings and circles.
        var edges = Enumerable.Range(1, nodes.Length - 1).Select(i => (Issuer: nodes[_random.Next(i)], Subject: nodes[i]))
            .Concat(Enumerable.Range(0, _random.Next(6)).Select(_ => (Issuer: nodes[_random.Next(nodes.Length)], Subject: nodes[_random.Next(nodes.Length)])));
        Intermediates = [.. edges.Select(edge => Issue(Authority(edge.Issuer, edge.Subject)))];
        Leaf = Issue(new()
        {
            Issuer = nodes[Chance(0.8) ? ^1 : 0],
            Subject = (Names, LeafKey),
            SigningKey = nodes[^1].Key,
            IsAuthority = false,
            Names = Pick(Hosts, 0.3),
            Policies = HasPolicies && Chance(0.9) ? Pick(Policies, 0.6) : [],
        });
    }

    public RandomWorldCertificate Leaf { get; }

    public ImmutableArray<RandomWorldCertificate> Intermediates { get; }

    public ImmutableArray<(int Name, int Key)> Anchors { get; }

    public PolicyRequirements Requirements { get; }

    private bool HasPolicies { get; }

    public ChainReport Verify() => ChainVerifier.Verify(new()
    {
        Leaf = Leaf.Certificate!,
        Intermediates = [.. Intermediates.Select(static certificate => certificate.Certificate!)],
        Anchors = Anchors.Aggregate(TrustStore.Empty, static (store, node) => store.With(AuthorityRole.V2G, AuthorityOf(node).Certificate)),
        Use = CertificateUse.General,
        At = PkiFixture.Now,
        Policy = ChainPolicy.WithoutRevocation with { Policies = Requirements },
    });

    private RandomWorldCertificate Authority((int Name, int Key) issuer, (int Name, int Key) subject) => new()
    {
        Issuer = issuer,
        Subject = subject,
        SigningKey = Chance(0.04) ? _random.Next(Keys) : issuer.Key,
        IsExpired = Chance(0.06),
        IsAuthority = !Chance(0.04),
        MaySign = !Chance(0.04),
        HasUnknownCritical = Chance(0.04),
        PathLength = Chance(0.15) ? _random.Next(3) : null,
        Permitted = Chance(0.12) ? Pick(Hosts, 0.4) : [],
        Excluded = Chance(0.12) ? Pick(Hosts, 0.2) : [],
        Policies = HasPolicies && Chance(0.9) ? Pick(Policies, 0.6) : [],
        Mappings = HasPolicies && Chance(0.3) ? [(Policies[_random.Next(3)], Policies[_random.Next(Chance(0.1) ? 4 : 3)]), (Policies[0], Policies[1])] : [],
        RequireExplicitPolicy = HasPolicies && Chance(0.15) ? _random.Next(3) : null,
        InhibitMapping = HasPolicies && Chance(0.15) ? _random.Next(3) : null,
        InhibitAnyPolicy = HasPolicies && Chance(0.15) ? _random.Next(3) : null,
    };

    private static CertificateAuthority AuthorityOf((int Name, int Key) node)
    {
        if (!Authorities.TryGetValue(node, out var authority))
        {
            var order = TestBranch.Order($"Authority {node.Name}", CertificateTemplate.Root("V2G"), Signers[node.Key], 900);
            Authorities.Add(node, authority = CertificateAuthority.CreateRoot(order, Signers[node.Key]));
        }

        return authority;
    }

    private static RandomWorldCertificate Issue(RandomWorldCertificate meant)
    {
        var template = CertificateTemplate.Root("V2G") with
        {
            IsAuthority = meant.IsAuthority,
            PathLength = meant.IsAuthority ? meant.PathLength : null,
            KeyUsage = meant.MaySign ? KeyUsage.KeyCertSign : KeyUsage.CrlSign,
            FurtherExtensions = [.. Extensions(meant)],
        };
        var order = TestBranch.Order($"Authority {meant.Subject.Name}", template, Signers[meant.Subject.Key], meant.IsExpired ? -1 : 90);
        var issuer = new CertificateAuthority(AuthorityOf(meant.Issuer).Certificate, Signers[meant.SigningKey]);
        return meant with { Certificate = issuer.Issue(order) };
    }

    private static IEnumerable<CertificateExtension> Extensions(RandomWorldCertificate meant)
    {
        if (meant.HasUnknownCritical)
        {
            yield return new("1.2.3.4", Critical: true, DerNode.Primitive(0x05).Encode());
        }

        if (!meant.Names.IsEmpty)
        {
            yield return new(Oids.SubjectAltName, Critical: false, Sequence([.. meant.Names.Select(Dns)]).Encode());
        }

        if (!meant.Permitted.IsEmpty || !meant.Excluded.IsEmpty)
        {
            yield return new(Oids.NameConstraints, Critical: true, Sequence([.. Subtrees(0xA0, meant.Permitted), .. Subtrees(0xA1, meant.Excluded)]).Encode());
        }

        if (!meant.Policies.IsEmpty)
        {
            yield return new(Oids.CertificatePolicies, Critical: false, Sequence([.. meant.Policies.Select(static policy => Sequence(Oid(policy)))]).Encode());
        }

        if (!meant.Mappings.IsEmpty)
        {
            yield return new(Oids.PolicyMappings, Critical: true, Sequence([.. meant.Mappings.Select(static pair => Sequence(Oid(pair.Issuer), Oid(pair.Subject)))]).Encode());
        }

        if (meant.RequireExplicitPolicy is not null || meant.InhibitMapping is not null)
        {
            yield return new(Oids.PolicyConstraints, Critical: true, Sequence([.. Skip(0x80, meant.RequireExplicitPolicy), .. Skip(0x81, meant.InhibitMapping)]).Encode());
        }

        if (meant.InhibitAnyPolicy is { } inhibited)
        {
            yield return new(Oids.InhibitAnyPolicy, Critical: true, DerNode.Primitive(0x02, (byte)inhibited).Encode());
        }
    }

    private static IEnumerable<DerNode> Subtrees(byte tag, ImmutableArray<string> hosts) =>
        hosts.IsEmpty ? [] : [DerNode.Constructed(tag, [.. hosts.Select(static host => Sequence(Dns(host)))])];

    private static IEnumerable<DerNode> Skip(byte tag, int? count) => count is { } some ? [DerNode.Primitive(tag, (byte)some)] : [];

    private static DerNode Dns(string host) => DerNode.Primitive(0x82, Encoding.ASCII.GetBytes(host));

    private static DerNode Oid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return DerNode.Parse(writer.Encode());
    }

    private static DerNode Sequence(params DerNode[] children) => DerNode.Constructed(0x30, children);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private ImmutableArray<string> Pick(ImmutableArray<string> from, double probability) => [.. from.Where(_ => Chance(probability))];
}
