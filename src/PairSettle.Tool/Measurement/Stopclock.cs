using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace PairSettle.Tool.Measurement;

/// <summary>
/// Times one operation: run until the compiler has nothing more to improve, then in batches long enough for the clock,
/// best and median of them.
/// </summary>
internal static class Stopclock
{
    private const int Batches = 25;
    private const int QuietRounds = 3;
    private const int MostRounds = 60;
    private const int Attempts = 3;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(12);

    /// <summary>
    /// Longer than the runtime waits, after it last compiled something new, before it counts calls and compiles hot code
    /// again. The tool's configuration sets that to 10 ms, which the runtime takes tenfold where it has one core; by default
    /// it would be 100 ms, or a second on one core. On one core compiling competes with the operation, so no fixed time
    /// would do either.
    /// </summary>
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(130);

    /// <summary>Nanoseconds and allocated octets of one call.</summary>
    public readonly record struct Figures(double BestNs, double MedianNs, long AllocatedBytes);

    /// <summary>Measures an operation.</summary>
    public static Figures Measure(Action operation)
    {
        var times = new double[Batches];
        for (var attempt = 1; ; attempt++)
        {
            var calls = Settle(operation);
            var compiled = JitInfo.GetCompiledMethodCount();
            for (var batch = 0; batch < Batches; batch++)
            {
                times[batch] = Time(operation, calls);
            }

            if (JitInfo.GetCompiledMethodCount() == compiled || attempt == Attempts)
            {
                break;
            }
        }

        Array.Sort(times);
        return new(times[0], times[Batches / 2], Allocated(operation));
    }

    /// <summary>Runs an operation until several rounds pass in which nothing is compiled; the calls of one batch.</summary>
    private static long Settle(Action operation)
    {
        var perBatch = 1L;
        for (int round = 0, quiet = 0; round < MostRounds && quiet < QuietRounds; round++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            var (clock, calls) = (Stopwatch.StartNew(), 0L);
            while (clock.Elapsed < Round)
            {
                Time(operation, perBatch);
                calls += perBatch;
            }

            perBatch = Math.Max(1, (long)(calls * (BatchTime / clock.Elapsed)));
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }

        return perBatch;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Time(Action operation, long calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0L; i < calls; i++)
        {
            operation();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    /// <summary>The octets that one call of a settled operation allocates: the least of a few calls.</summary>
    private static long Allocated(Action operation)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            operation();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
