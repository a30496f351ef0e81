using System.Collections.Immutable;
using System.Security.Cryptography;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Authorities and who certifies whom, as certificates. An edge leads from the issuer to the subject.</summary>
internal sealed class TrustGraph
{
    /// <summary>What may be wrong with the certificate of an edge; each is enough to break a path.</summary>
    public enum Defect
    {
        Expired,
        NameConstraints,
        ExtendedKeyUsage,
        NoBasicConstraints,
        NotAuthority,
        DeprecatedSignature,
    }

    private const string Host = "localhost.test";
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    private readonly Dictionary<string, (ECDsa Key, CertificateAuthority Authority)> _nodes = [];
    private readonly ImmutableArray<Certificate> _intermediates;
    private readonly Certificate _leaf;

    public TrustGraph(ImmutableArray<(string Issuer, string Subject)> edges, string leaf, ImmutableArray<(string, string)> broken, Defect defect)
    {
        foreach (var name in edges.SelectMany(static edge => new[] { edge.Issuer, edge.Subject }).Distinct())
        {
            var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var signer = new ECDsaSigner(key, leaveOpen: true);
            _nodes.Add(name, (key, CertificateAuthority.CreateRoot(TestBranch.Order(name, CertificateTemplate.Root("V2G"), signer, 900), signer)));
        }

        _leaf = Issue(edges.Single(edge => edge.Subject == leaf), isLeaf: true, null);
        _intermediates = [.. edges.Where(edge => edge.Subject != leaf).Select(edge => Issue(edge, isLeaf: false, broken.Contains(edge) ? defect : null))];
    }

    public ChainReport Verify(string anchor) => ChainVerifier.Verify(new ChainRequest
    {
        Leaf = _leaf,
        Intermediates = _intermediates,
        Anchors = TrustStore.Empty.With(AuthorityRole.V2G, _nodes[anchor].Authority.Certificate),
        Use = CertificateUse.General,
        PeerName = PeerName.Dns(Host),
        ExtendedKeyUsage = ExtendedKeyUsages.ServerAuthentication,
        At = Now,
        Policy = ChainPolicy.WithoutRevocation,
    });

    private Certificate Issue((string Issuer, string Subject) edge, bool isLeaf, Defect? defect)
    {
        var template = isLeaf
            ? CertificateTemplate.Secc with
            {
                ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication],
                FurtherExtensions = [Extension(Oids.SubjectAltName, critical: false, Name(Host))],
            }
            : CertificateTemplate.Root("V2G");
        template = defect switch
        {
            Defect.NameConstraints => template with
            {
                FurtherExtensions = [Extension(Oids.NameConstraints, critical: true, DerNode.Constructed(0xA0, DerNode.Constructed(0x30, Name("bad.test"))))],
            },
            Defect.ExtendedKeyUsage => template with { ExtendedKeyUsages = [ExtendedKeyUsages.EmailProtection] },
            Defect.NotAuthority => template with { IsAuthority = false },
            _ => template,
        };
        var key = _nodes[edge.Subject].Authority.Certificate.SubjectPublicKeyInfo;
        var issued = _nodes[edge.Issuer].Authority.Issue(new()
        {
            Template = template,
            Subject = DistinguishedName.Create(edge.Subject, "PairSettle", "DE", template.DomainComponent),
            SubjectPublicKeyInfo = key,
            SerialNumber = SerialNumbers.Random(),
            NotBefore = Now.AddDays(-30),
            NotAfter = defect == Defect.Expired ? Now.AddSeconds(-1) : Now.AddDays(90),
        });
        return defect switch
        {
            Defect.NoBasicConstraints => Rewrite(issued, edge.Issuer, HashAlgorithmName.SHA256, static tbs => tbs[7, 0].Children.RemoveAt(0)),

            // ecdsa-with-SHA1, and so it is signed: only the age of the hash speaks against it.
            Defect.DeprecatedSignature => Rewrite(issued, edge.Issuer, HashAlgorithmName.SHA1, static tbs => tbs.Children[2] = EcdsaWithSha1()),
            _ => issued,
        };
    }

    private Certificate Rewrite(Certificate certificate, string issuer, HashAlgorithmName hash, Action<DerNode> change)
    {
        var tree = DerNode.Parse(certificate.RawData.Span);
        change(tree[0]);
        tree.Children[1] = tree[0, 2];
        tree[2].Content = [0, .. _nodes[issuer].Key.SignData(tree[0].Encode(), hash, DSASignatureFormat.Rfc3279DerSequence)];
        return Certificate.Parse(tree.Encode());
    }

    private static DerNode EcdsaWithSha1() => DerNode.Parse(Convert.FromHexString("300906072A8648CE3D0401"));

    private static CertificateExtension Extension(string oid, bool critical, DerNode value) => new(oid, critical, DerNode.Constructed(0x30, value).Encode());

    private static DerNode Name(string host) => DerNode.Primitive(0x82, System.Text.Encoding.ASCII.GetBytes(host));
}
