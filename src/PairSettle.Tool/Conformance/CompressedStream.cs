using PairSettle.Exi.Interpreter;
using PairSettle.Exi.Interpreter.Options;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Inflates compressed EXI streams, so that two can be compared although the octets depend on who deflated them.
/// </summary>
internal static class CompressedStream
{
    public static byte[] Inflate(byte[] stream, ExiGrammars grammars, ExiOptions options)
    {
        var source = new BitSource(stream, options.Limits);
        _ = Header.Read(source, options, grammars);
        var inflated = new List<byte>(stream[..(int)(source.BitOffset / 8)]);
        while (!source.IsAtEnd)
        {
            inflated.AddRange(Inflater.Inflate(source));
        }

        return [.. inflated];
    }
}
