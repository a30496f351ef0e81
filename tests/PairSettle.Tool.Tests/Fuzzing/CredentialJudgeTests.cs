using PairSettle.Tool.Fuzzing.Credentials;

namespace PairSettle.Tool.Tests.Fuzzing;

public sealed class CredentialJudgeTests
{
    private static readonly (CredentialKind Kind, byte[] Octets)[] Seeds =
        [.. CredentialSeeds.Read(Path.Combine(AppContext.BaseDirectory, "credential-seeds.pem"))];

    // The fourth certificate is a leaf under the authorities of the first three.
    private static readonly byte[] Leaf = Seeds[3].Octets;

    [Fact]
    public void Judge_SignedLeafThatIsNoSeed_CountsAsDamagedAndTrusted()
    {
        var judge = new CredentialJudge();
        judge.Trust(Seeds.Where(static seed => seed.Octets != Leaf));

        Assert.Equal("damaged, and trusted all the same", judge.Judge(CredentialKind.Certificate, Leaf, out _));
    }

    [Fact]
    public void Judge_Seeds_AreAcceptedAndRight()
    {
        var judge = new CredentialJudge();
        judge.Trust(Seeds);

        Assert.All(Seeds, seed => Assert.Null(judge.Judge(seed.Kind, seed.Octets, out _)));
        Assert.Equal(Seeds.Length, judge.Accepted);
    }

    [Fact]
    public void Judge_OtherRefusals_AreOtherBehaviours()
    {
        var judge = new CredentialJudge();
        Assert.Null(judge.Judge(CredentialKind.Certificate, Leaf[..^1], out var cut));
        Assert.Null(judge.Judge(CredentialKind.Certificate, [.. Leaf, 0], out var longer));
        Assert.Null(judge.Judge(CredentialKind.Certificate, Leaf[..^2], out var cutAgain));

        Assert.NotEqual(cut, longer);
        Assert.Equal(cut, cutAgain);
        Assert.Equal(0, judge.Accepted);
    }

    [Fact]
    public void Encode_ParsedSeed_GivesTheSameOctets() =>
        Assert.All(Seeds, static seed => Assert.Equal(seed.Octets, DerTree.Parse(seed.Octets)!.Encode()));
}
