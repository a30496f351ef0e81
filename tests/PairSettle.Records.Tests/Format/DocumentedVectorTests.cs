using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Records.Tests.Format;

/// <summary>The vectors and codes of docs/formats; the expected values were computed outside of this code base.</summary>
public sealed class DocumentedVectorTests
{
    private static readonly Digest Ones = new(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly Digest Twos = new(Enumerable.Repeat((byte)2, 32).ToArray());

    [Fact]
    public void CheckpointAck_Vector_IsReproduced()
    {
        var ack = new CheckpointAck
        {
            Agreement = Ones,
            Sequence = 7,
            Checkpoint = Twos,
            ImportWh = 11_080,
            ExportWh = 0,
            At = new(new(2026, 11, 22, 10, 30, 11, TimeSpan.Zero), TimeQuality.Synchronised),
        };
        Assert.Equal(
            "66670201010420" + Ones + "0201070420" + Twos + "02022b480201003014180f32303236313132323130333031315a0a0103",
            Convert.ToHexStringLower(ack.ToDer()));
        Assert.Equal("69c2ddee8be09e80d13c1afd2ad86316b8439964509d3bca91ce073fbf9330f9", ack.Hash.ToString());
        Assert.Equal(
            "ee5709794b55cf19bcc637b2491a2d32fe8e9fc9cbed3a84347c469f7222cd4a", Convert.ToHexStringLower(SHA256.HashData(ack.GetSigningInput())));
    }

    [Fact]
    public void Disclosure_Vectors_AreReproduced()
    {
        var disclosure = new Disclosure
        {
            Field = SensitiveField.ContractIdentity, Context = Ones, Salt = TestSession.Fill(16, 0x51), Value = "DE8AA001234567",
        };
        Assert.Equal("eb42ab3220a7d3d3072575a87c37ac5774a584a4c93202005a6bac844d3edfce", disclosure.ToCommitment().Hash.ToString());
        Assert.Equal(
            "8d12ddbca7aa6f872a3989f9a5f0a0235fd6f81a3bbce1dc73ce3b272970ccbd",
            Disclosure.NonceContext(TestSession.Fill(32, 1), TestSession.Fill(32, 2)).ToString());
    }

    [Fact]
    public void Agreement_Vectors_AreReproduced()
    {
        Assert.Equal("1e29e07c02894601da5d0c7a1f09f2e97106afcda6ed9b574ee025dc83dbf59b", Agreement.Identify(Ones, Twos).ToString());
        Assert.Equal("6bcc11ce9b6d989bd838ac33788fbbda0c5cb02cf12e3d6a5fbf4e519ebc9a76", Agreement.Identify(Ones, null).ToString());
    }

    [Fact]
    public void Record_Vector_IsReproduced() => Assert.Equal(
        "18ecf07d3c03d670fdc31e9ea001e13a6776f5c8dcc626dc9ecb0c0c16208680",
        PairRecord.Identify(Ones, Twos, new(Enumerable.Repeat((byte)3, 32).ToArray())).ToString());

    [Fact]
    public void Codes_All_AreDocumented()
    {
        var document = File.ReadAllText(Repository.PathOf("docs/formats/record-codes.md"));
        var missing = Enum.GetValues<RecordFault>().Where(static fault => fault != RecordFault.None).Select(static fault => $"| REC{(int)fault} | `{fault}` |")
            .Concat(Enum.GetValues<RecordCheck>().Select(static check =>
                $"| REC{(int)check} | {new RecordFinding(check, FindingOutcome.Passed, string.Empty).Area} | `{check}` |"))
            .Where(line => !document.Contains(line, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Codes_OfTheCmsProfile_AreTheSameAsThoseOfCredentials() => Assert.All(
        Enum.GetValues<CredentialFault>().Where(fault => fault.ToString().StartsWith("Cms", StringComparison.Ordinal)),
        fault =>
        {
            Assert.InRange(fault, CredentialFault.CmsNotSignedData, CredentialFault.CmsUnsignedField);
            Assert.Equal(fault.ToString(), ((RecordFault)fault).ToString());
        });

    [Fact]
    public void Arc_IsTheDocumentedUuid()
    {
        var uuid = new Guid("b5e5b39e-eca7-4275-a057-31253c55a907");
        var number = new System.Numerics.BigInteger(uuid.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true);
        Assert.Equal(RecordOids.Arc, $"2.25.{number}");
    }
}
