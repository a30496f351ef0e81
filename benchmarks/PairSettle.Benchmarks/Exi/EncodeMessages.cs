using BenchmarkDotNet.Attributes;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Benchmarks.Exi;

/// <summary>What encoding a message into memory at hand costs.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class EncodeMessages
{
    private readonly byte[] _destination = new byte[4096];
    private V2G_Message _message = null!;

    public static IEnumerable<string> Names => BenchMessages.Names;

    [ParamsSource(nameof(Names))]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _message = BenchMessages.Find(Message);

    [Benchmark]
    public bool Encode() => _message.TryEncode(_destination, out _);
}
