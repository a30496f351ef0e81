using FsCheck;
using FsCheck.Fluent;

namespace PairSettle.Records.Tests;

/// <summary>Runs properties from a pinned seed, so that a failure comes back.</summary>
internal static class Properties
{
    public static void Hold(Property property, int count = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20261122, 15119), property);

    public static Arbitrary<T> Any<T>() => ArbMap.Default.ArbFor<T>();
}
