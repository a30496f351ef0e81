using System.IO.Compression;
using PairSettle.Exi.Interpreter;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Tests.Interpreter;

public class InflaterTests
{
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Inflate_WhatTheFrameworkDeflates_ComesBackAndStopsAtItsEnd(CompressionLevel level)
    {
        var random = new Random(7);
        foreach (var length in new[] { 1, 10, 1000, 100_000 })
        {
            foreach (var alphabet in new[] { 1, 4, 256 })
            {
                var octets = Enumerable.Range(0, length).Select(_ => (byte)random.Next(alphabet)).ToArray();
                using var stream = new MemoryStream();
                using (var deflate = new DeflateStream(stream, level, leaveOpen: true))
                {
                    deflate.Write(octets);
                }

                stream.Write([0xAB, 0xCD]);
                var source = new BitSource(stream.ToArray(), new ExiLimits { MaxInflationRatio = 100_000 });

                Assert.Equal(octets, Inflater.Inflate(source).ToArray());
                Assert.Equal((0xAB, 0xCD), (source.ReadOctet(), source.ReadOctet()));
                Assert.True(source.IsAtEnd);
            }
        }
    }

    [Theory]
    [InlineData("07")]
    [InlineData("0100000000")]
    [InlineData("0501")]
    [InlineData("6364")]
    public void Inflate_InvalidOrTruncated_IsRefused(string hex) => Assert.Throws<ExiFaultException>(
        () => Inflater.Inflate(new BitSource(Convert.FromHexString(hex), ExiLimits.Default)));
}
