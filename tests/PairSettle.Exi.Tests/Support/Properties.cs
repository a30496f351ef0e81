using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace PairSettle.Exi.Tests.Support;

/// <summary>Runs properties from a pinned seed, so that a failure is the same on every machine.</summary>
internal static class Properties
{
    private static readonly Config s_config = Config.QuickThrowOnFailure
        .WithMaxTest(400)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20250716, 4711), FSharpOption<int>.None)));

    public static void ForAll<T>(Gen<T> values, Func<T, bool> holds) =>
        Check.One(s_config, Prop.ForAll(values.ToArbitrary(), holds));
}
