using System.Collections.Immutable;
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
    /// <param name="Turns">The nanoseconds of each batch, in the order of their measurement.</param>
    /// <param name="AllocatedBytes">What one call allocates.</param>
    public sealed record Figures(ImmutableArray<double> Turns, long AllocatedBytes)
    {
        public double BestNs => Turns.Min();

        public double MedianNs => Median(Turns);

        /// <summary>What this costs of another that was measured in turns with it: the median of the quotients of each turn.</summary>
        public double RatioTo(Figures other) => Median(Turns.Zip(other.Turns, static (own, others) => own / others));

        private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
    }

    /// <summary>Measures an operation.</summary>
    public static Figures Measure(Action operation) => MeasureInTurns([operation], Batches)[0];

    /// <summary>
    /// Measures operations that are to be compared: a batch of each in every turn, so that a machine that becomes slower while it is measured
    /// becomes so for all of them.
    /// </summary>
    public static Figures[] MeasureInTurns(IReadOnlyList<Action> operations, int turns)
    {
        var times = operations.Select(_ => new double[turns]).ToArray();
        for (var attempt = 1; ; attempt++)
        {
            var calls = operations.Select(Settle).ToArray();
            var compiled = JitInfo.GetCompiledMethodCount();
            for (var turn = 0; turn < turns; turn++)
            {
                for (var i = 0; i < calls.Length; i++)
                {
                    times[i][turn] = Time(operations[i], calls[i]);
                }
            }

            if (JitInfo.GetCompiledMethodCount() == compiled || attempt == Attempts)
            {
                break;
            }
        }

        return [.. operations.Select((operation, i) => new Figures([.. times[i]], Allocated(operation)))];
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
