using BenchmarkDotNet.Attributes;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Benchmarks.Exi;

/// <summary>What decoding a message costs, into new objects and into those of a pool.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class DecodeMessages
{
    private readonly ExiPool _pool = new();
    private byte[] _octets = [];

    public static IEnumerable<string> Names => BenchMessages.Names;

    [ParamsSource(nameof(Names))]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _octets = BenchMessages.Find(Message).ToExi();

    [Benchmark(Baseline = true)]
    public bool Decode() => V2G_Message.TryDecode(_octets, out _, out _);

    [Benchmark]
    public bool DecodePooled() => V2G_Message.TryDecode(_octets, _pool, out _, out _);
}
