using FsCheck;
using FsCheck.Fluent;

namespace PairSettle.Hal.Tests;

/// <summary>Properties with a pinned seed.</summary>
internal static class Properties
{
    private static readonly Config Pinned = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260117, 15119);

    public static void Hold<T>(Gen<T> values, Action<T> property) => Prop.ForAll(values.ToArbitrary(), property).Check(Pinned);

    /// <summary>Octet strings up to a length, short ones as often as long ones.</summary>
    public static Gen<byte[]> Octets(int maxLength) =>
        Gen.Choose(0, maxLength).SelectMany(n => Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(n));
}
