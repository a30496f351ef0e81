namespace PairSettle.Credentials.Tests.Certificates;

public sealed class KeyIdentifierTests
{
    private static readonly byte[] Key = new TestBranch().Leaf.SubjectPublicKeyInfo.ToArray();

    [Fact]
    public void Compute_KeyCutAtEveryOctet_IsRefusedWithACode()
    {
        for (var length = 0; length < Key.Length; length++)
        {
            Assert.NotEqual(CredentialFault.None, Assert.Throws<CredentialContentException>(() => KeyIdentifier.Compute(Key.AsMemory(0, length))).Error.Fault);
        }
    }

    [Fact]
    public void Compute_OctetsAfterTheKey_AreRefused() => Assert.Equal(
        CredentialFault.TrailingData, Assert.Throws<CredentialContentException>(static () => KeyIdentifier.Compute((byte[])[.. Key, 0])).Error.Fault);
}
