using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Tests.Cms;
using PairSettle.Credentials.Tests.Issuing;
using PairSettle.Credentials.Tests.TrustLists;

namespace PairSettle.Credentials.Tests.Certificates;

/// <summary>Every code of a fault has octets or text that provoke it.</summary>
public sealed class CredentialFaultTests
{
    private static readonly Dictionary<CredentialFault, Func<CredentialError>> BeyondCertificates = new()
    {
        [CredentialFault.TooLarge] = static () => Refused(new byte[Certificate.MaxLength + 1]),
        [CredentialFault.UnsuccessfulResponse] = static () => OcspResponse.TryParse(Convert.FromHexString("30030A0103"), out _, out var error) ? default : error, // tryLater
        [CredentialFault.InvalidPem] = static () => Assert.Throws<CredentialContentException>(static () => CertificatePem.Read("-----BEGIN KEY-----")).Error,
        [CredentialFault.TooManyItems] = static () => RevocationEvidence.TryCreate(
            Enumerable.Repeat(List(), RevocationEvidence.MaxItems + 1), out _, out var error) ? default : error,
    };

    public static TheoryData<CredentialFault> Faults => [.. Enum.GetValues<CredentialFault>().Where(static fault => fault != CredentialFault.None)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void TryParse_Provocation_ReportsTheFault(CredentialFault fault)
    {
        var provocations = CertificateParsingTests.ProvocationsOf(fault).Select(static octets => (Func<CredentialError>)(() => Refused(octets)))
            .Concat(BeyondCertificates.TryGetValue(fault, out var further) ? [further] : [])
            .Concat(CmsSignedDataTests.ProvocationsOf(fault)).Concat(TrustListTests.ProvocationsOf(fault))
            .Concat(CertificationRequestTests.ProvocationsOf(fault)).ToArray();

        Assert.True(provocations.Length > 0, $"nothing provokes {fault}");
        Assert.All(provocations, provoke => Assert.Equal((fault, $"CRED{(int)fault}"), (provoke().Fault, provoke().Code)));
    }

    private static CredentialError Refused(byte[] octets) => Certificate.TryParse(octets, out _, out var error) ? default : error;

    private static ReadOnlyMemory<byte> List() =>
        new TestBranch().Root.CreateRevocationList(1, PkiFixture.Now, PkiFixture.Now.AddDays(1)).RawData;
}
