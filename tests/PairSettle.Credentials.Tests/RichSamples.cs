using PairSettle.Credentials.Issuing;
using static PairSettle.Credentials.Tests.ListSample;

namespace PairSettle.Credentials.Tests;

/// <summary>A certificate and a list with every extension that the parsers understand, which the profiles never use.</summary>
internal static class RichSamples
{
    /// <summary>An authority with name constraints, policies and distribution points.</summary>
    public static Certificate Authority(CertificateAuthority issuer)
    {
        var key = ECDsaSigner.Generate();
        var order = TestBranch.Order("Constrained", CertificateTemplate.SubAuthority("MO", 0), key, 100);
        return issuer.Issue(order with
        {
            Template = order.Template with
            {
                FurtherExtensions =
                [
                    Extension(Oids.SubjectAltName, Sequence(
                        Text(0x81, "a@example.test"), Text(0x82, "example.test"), Text(0x86, "https://example.test/"), DerNode.Primitive(0x87, 192, 0, 2, 1))),
                    Extension(Oids.NameConstraints, Sequence(
                        DerNode.Constructed(
                            0xA0,
                            Sequence(Text(0x82, "example.test")),
                            Sequence(Text(0x81, ".example.test")),
                            Sequence(DerNode.Primitive(0x87, 192, 0, 2, 0, 255, 255, 254, 0)),
                            Sequence(Directory(DistinguishedName.Create("a", "b")))),
                        DerNode.Constructed(0xA1, Sequence(Text(0x86, "example.test"))))),
                    Extension(Oids.CertificatePolicies, Sequence(
                        Sequence(Policy(1), Sequence(Sequence(Policy(9), Text(0x16, "https://example.test/")))), Sequence(Policy(2)))),
                    Extension(Oids.PolicyMappings, Sequence(Sequence(Policy(1), Policy(3)))),
                    Extension(Oids.PolicyConstraints, Sequence(DerNode.Primitive(0x80, 2), DerNode.Primitive(0x81, 1))),
                    Extension(Oids.InhibitAnyPolicy, DerNode.Primitive(0x02, 3)),
                    Extension(Oids.CrlDistributionPoints, Sequence(
                        Sequence(DerNode.Constructed(0xA0, DerNode.Constructed(0xA0, Text(0x86, "https://example.test/crl")))),
                        Sequence(
                            DerNode.Constructed(0xA0, DerNode.Constructed(0xA1, Sequence(DerNode.Primitive(0x06, 0x55, 0x04, 0x03), Text(0x0C, "crl")))),
                            DerNode.Primitive(0x81, 0x01, 0x7E)))),
                ],
            },
        });
    }

    /// <summary>A delta list of one distribution point with an entry of another issuer.</summary>
    public static byte[] Partition(CertificateAuthority issuer, Certificate revoked, ICredentialSigner key)
    {
        var name = issuer.Certificate.Subject;
        return Sign(
            name,
            key,
            9,
            [Entry(revoked, RevocationReason.KeyCompromise, name)],
            DeltaOf(8),
            Scope(
                DerNode.Constructed(0xA0, DerNode.Constructed(0xA0, Text(0x86, "https://example.test/crl"))),
                DerNode.Primitive(0x83, 0x01, 0x7E),
                DerNode.Primitive(0x84, 0xFF))).RawData.ToArray();
    }

    private static CertificateExtension Extension(string oid, DerNode value) => new(oid, Critical: oid is Oids.NameConstraints or Oids.PolicyConstraints, value.Encode());

    private static DerNode Policy(byte number) => DerNode.Primitive(0x06, 0x2A, number);
}
