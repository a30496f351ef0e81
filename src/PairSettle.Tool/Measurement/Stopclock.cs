using System.Diagnostics;

namespace PairSettle.Tool.Measurement;

/// <summary>Times one operation: warmed up first, then in batches long enough for the clock, best and median of them.</summary>
internal static class Stopclock
{
    private const int Batches = 25;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(12);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(350);

    /// <summary>Nanoseconds and allocated octets of one call.</summary>
    public readonly record struct Figures(double BestNs, double MedianNs, long AllocatedBytes);

    /// <summary>Measures an operation.</summary>
    public static Figures Measure(Action operation)
    {
        // Long enough for the compiler to have reached its last tier in the background.
        var (warm, calls) = (Stopwatch.StartNew(), 0L);
        while (warm.Elapsed < WarmUp)
        {
            operation();
            calls++;
        }

        var perBatch = Math.Max(1, (long)(calls * (BatchTime / warm.Elapsed)));
        var times = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0L; i < perBatch; i++)
            {
                operation();
            }

            times[batch] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / perBatch;
        }

        Array.Sort(times);
        var before = GC.GetAllocatedBytesForCurrentThread();
        operation();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new(times[0], times[Batches / 2], allocated);
    }
}
