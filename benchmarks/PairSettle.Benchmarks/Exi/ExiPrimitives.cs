using BenchmarkDotNet.Attributes;
using PairSettle.Exi;
using PairSettle.Exi.Bits;

namespace PairSettle.Benchmarks.Exi;

/// <summary>What one value costs to read or to write, three bits off the octet boundary, as nearly all values are.</summary>
[MemoryDiagnoser]
public class ExiPrimitives
{
    private const int Repeats = 64;
    private const string Uri = "urn:iso:15118:2:2013:MsgDef";

    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly ExiBytes _certificate = ExiBytes.Copy([.. Enumerable.Range(0, 600).Select(i => (byte)(i * 7))]);
    private byte[] _physicalValues = [];
    private byte[] _strings = [];
    private byte[] _certificates = [];

    [GlobalSetup]
    public void Setup()
    {
        _physicalValues = _buffer[..WritePhysicalValues()];
        _strings = _buffer[..WriteStrings()];
        _certificates = _buffer[..WriteCertificates()];
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public long ReadPhysicalValues()
    {
        var reader = new ExiReader(_physicalValues, ExiLimits.Default);
        long sum = reader.ReadBits(3);
        for (var i = 0; i < Repeats; i++)
        {
            sum += reader.ReadNBitContent(2, 3, 6);
            sum += reader.ReadEnumerationContent(2, 3, 7);
            sum += reader.ReadIntegerContent(2, short.MinValue, short.MaxValue);
            reader.ExpectZero(1);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public int WritePhysicalValues()
    {
        var writer = new ExiWriter(_buffer);
        writer.WriteBits(5, 3);
        for (var i = 0; i < Repeats; i++)
        {
            writer.WriteNBitContent(2, 3, 3, 6);
            writer.WriteEnumerationContent(2, 4, 3, 7);
            writer.WriteIntegerContent(2, 400, short.MinValue, short.MaxValue);
            writer.WriteZero(1);
        }

        writer.Finish(out var written);
        return written;
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public int ReadStrings()
    {
        var reader = new ExiReader(_strings, ExiLimits.Default);
        var sum = (int)reader.ReadBits(3);
        for (var i = 0; i < Repeats; i++)
        {
            sum += reader.ReadStringContent(2, 0, 0, 100).Length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public int WriteStrings()
    {
        var writer = new ExiWriter(_buffer);
        writer.WriteBits(5, 3);
        for (var i = 0; i < Repeats; i++)
        {
            writer.WriteStringContent(2, 0, Uri, 0, 100);
        }

        writer.Finish(out var written);
        return written;
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public int ReadCertificates()
    {
        var reader = new ExiReader(_certificates, ExiLimits.Default);
        var sum = (int)reader.ReadBits(3);
        for (var i = 0; i < Repeats; i++)
        {
            sum += reader.ReadBinaryContent(2, 0, 800).Length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Repeats)]
    public int WriteCertificates()
    {
        var writer = new ExiWriter(_buffer);
        writer.WriteBits(5, 3);
        for (var i = 0; i < Repeats; i++)
        {
            writer.WriteBinaryContent(2, _certificate, 0, 800);
        }

        writer.Finish(out var written);
        return written;
    }
}
