using PairSettle.Tool.Fuzzing.Credentials;

namespace PairSettle.Tool.Tests.Fuzzing;

public sealed class CredentialJudgeTests
{
    private static readonly (CredentialKind Kind, byte[] Octets)[] Seeds = CredentialVectors.Seeds;

    // The fourth certificate is a leaf under the authorities of the first three.
    private static readonly byte[] Leaf = Seeds[3].Octets;

    public static TheoryData<string, string> ThatAreGenuine => new()
    {
        { nameof(CredentialKind.CertificationRequest), "damaged, and its signature holds all the same" },
        { nameof(CredentialKind.Cms), "damaged, and trusted all the same" },
        { nameof(CredentialKind.EnvelopeOfPart2), "damaged, and opened all the same" },
        { nameof(CredentialKind.EnvelopeOfPart20), "damaged, and opened all the same" },
    };

    [Fact]
    public void Judge_SignedLeafThatIsNoSeed_CountsAsDamagedAndTrusted()
    {
        var judge = new CredentialJudge();
        judge.Trust([.. Seeds.Where(static seed => seed.Octets != Leaf)]);

        Assert.Equal("damaged, and trusted all the same", judge.Judge(CredentialKind.Certificate, Leaf, out _));
    }

    /// <summary>What is not among the seeds is what a damaged one would be that passes for genuine.</summary>
    [Theory]
    [MemberData(nameof(ThatAreGenuine))]
    public void Judge_GenuineInputThatIsNoSeed_CountsAsDamaged(string kind, string problem)
    {
        var (genuine, octets) = Seeds.Last(seed => seed.Kind.ToString() == kind);
        var judge = new CredentialJudge();
        judge.Trust([.. Seeds.Where(seed => seed.Octets != octets)]);

        Assert.Equal(problem, judge.Judge(genuine, octets, out _));
    }

    [Fact]
    public void Judge_Seeds_AreAcceptedAndRight()
    {
        var judge = new CredentialJudge();
        judge.Trust(Seeds);

        Assert.All(Seeds, seed => Assert.Null(judge.Judge(seed.Kind, seed.Octets, out _)));
        Assert.Equal(Seeds.Length, judge.Accepted);
        Assert.Equal(Enum.GetValues<CredentialKind>(), Seeds.Select(static seed => seed.Kind).Distinct().Order());
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
    public void Encode_ParsedSeed_GivesTheSameOctets() => Assert.All(
        Seeds.Where(static seed => !CredentialSeeds.IsText(seed.Kind)), static seed => Assert.Equal(seed.Octets, DerTree.Parse(seed.Octets)!.Encode()));
}
