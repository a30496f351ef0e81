using System.IO.Pipelines;

namespace PairSettle.Testing.Links;

/// <summary>Two ends of an ordered byte link in memory, with back-pressure like a socket's.</summary>
public static class DuplexPipe
{
    /// <summary>Makes a link.</summary>
    /// <param name="capacity">The octets that may wait in each direction before a write has to: 64 KiB.</param>
    /// <returns>The ends. Disposing one ends the other's reads after what was written, and breaks its writes.</returns>
    public static (Stream First, Stream Second) CreatePair(int capacity = 64 * 1024)
    {
        var options = new PipeOptions(pauseWriterThreshold: capacity, resumeWriterThreshold: Math.Max(1, capacity / 2), useSynchronizationContext: false);
        var toSecond = new Pipe(options);
        var toFirst = new Pipe(options);
        return (new DuplexPipeStream(toFirst.Reader, toSecond.Writer), new DuplexPipeStream(toSecond.Reader, toFirst.Writer));
    }
}
