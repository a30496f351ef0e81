namespace PairSettle.Credentials.Tests.Chains;

/// <summary>The verifier beside an oracle that shares no code with it. A seed stands for the same worlds on every machine but for their keys.</summary>
public sealed class RandomWorldTests
{
    private const int Worlds = 600;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Verify_RandomWorld_TrustsExactlyWhereSomePathHolds(int series)
    {
        var trusted = 0;
        for (var seed = series * Worlds; seed < (series + 1) * Worlds; seed++)
        {
            var world = new RandomWorld(seed);
            var report = world.Verify();
            var expected = new PathOracle(world).FindsAPath();
            Assert.True(expected == (report.Verdict == ChainVerdict.Trusted), $"world {seed}: {report}");
            trusted += expected ? 1 : 0;
        }

        // Worlds in which everything or nothing holds would tell little.
        Assert.InRange(trusted, Worlds / 5, Worlds * 4 / 5);
    }
}
