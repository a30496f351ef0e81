using System.IO.Compression;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

public class HostileStreamTests
{
    private static readonly ExiOptions s_everything = new()
    {
        Preserve = ExiPreserve.Comments | ExiPreserve.ProcessingInstructions | ExiPreserve.Prefixes | ExiPreserve.Dtds | ExiPreserve.LexicalValues,
    };

    public static TheoryData<int> Seeds() => [1, 2, 3, 4];

    /// <summary>Whatever the octets, the answer is a text or a coded error.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void TryDecode_MutatedStreams_NeverThrows(int seed)
    {
        var random = new Random(seed);
        foreach (var options in Streams.Options().Append(s_everything).Append(new ExiOptions { IsSelfContained = true, SelfContainedElements = [new("to", "urn:n")] }))
        {
            foreach (var grammars in new[] { ExiGrammars.SchemaLess, Streams.NoteGrammars })
            {
                var octets = Streams.Encode(Streams.Note, grammars, options with { HasOptionsDocument = seed % 2 == 0 });
                for (var i = 0; i < 200; i++)
                {
                    var mutated = (byte[])octets.Clone();
                    for (var changes = random.Next(1, 4); changes > 0; changes--)
                    {
                        mutated[random.Next(1, mutated.Length)] ^= (byte)(1 << random.Next(8));
                    }

                    Check(mutated, grammars, options);
                }
            }
        }
    }

    [Fact]
    public void TryDecode_TruncatedAtEveryOctet_IsRefused()
    {
        foreach (var options in Streams.Options())
        {
            var octets = Streams.Encode(Streams.Note, Streams.NoteGrammars, options);
            for (var length = 0; length < octets.Length; length++)
            {
                Assert.False(ExiTranscoder.TryDecode(octets[..length], Streams.NoteGrammars, options, out _, out var error), $"{options.Alignment} {length}");
                Assert.NotEqual(ExiFault.None, error.Fault);
            }
        }
    }

    [Fact]
    public void TryDecode_TrailingOctets_AreRefused()
    {
        Assert.False(ExiTranscoder.TryDecode([0x80, 0x40, 0x98, 0x40, 0x00], ExiGrammars.SchemaLess, ExiOptions.Default, out _, out var error));
        Assert.Equal(ExiFault.TrailingOctets, error.Fault);
        Assert.False(ExiTranscoder.TryDecode([0x80, 0x40, 0x98, 0x41], ExiGrammars.SchemaLess, ExiOptions.Default, out _, out error));
        Assert.Equal(ExiFault.NonZeroPadding, error.Fault);
    }

    [Theory]
    [InlineData("8040984000", ExiTolerance.TrailingOctets)]
    [InlineData("80409841", ExiTolerance.Padding)]
    public void TryDecode_WhatIsTolerated_IsReadForExactlyThat(string hex, ExiTolerance tolerance)
    {
        foreach (var granted in new[] { ExiTolerance.None, ExiTolerance.Padding, ExiTolerance.TrailingOctets, ExiTolerance.LongIntegers })
        {
            var options = ExiOptions.Default with { Limits = ExiLimits.Default with { Tolerance = granted } };

            Assert.Equal(granted == tolerance, ExiTranscoder.TryDecode(Convert.FromHexString(hex), ExiGrammars.SchemaLess, options, out _, out _));
        }
    }

    [Theory]
    [InlineData("", ExiFault.Truncated)]
    [InlineData("00", ExiFault.InvalidHeader)]
    [InlineData("24455858", ExiFault.InvalidHeader)]
    [InlineData("C0", ExiFault.InvalidHeader)]
    [InlineData("90", ExiFault.UnsupportedVersion)]
    [InlineData("81", ExiFault.UnsupportedVersion)]
    public void TryDecode_OtherHeaders_AreRefused(string hex, ExiFault fault)
    {
        Assert.False(ExiTranscoder.TryDecode(Convert.FromHexString(hex), ExiGrammars.SchemaLess, ExiOptions.Default, out _, out var error));
        Assert.Equal(fault, error.Fault);
    }

    [Fact]
    public void TryDecode_DeepNesting_IsRefused()
    {
        var xml = $"{string.Concat(Enumerable.Repeat("<a>", 100))}{string.Concat(Enumerable.Repeat("</a>", 100))}";
        var octets = Streams.Encode(xml, ExiGrammars.SchemaLess, new ExiOptions { Limits = new ExiLimits { MaxDepth = 200 } });

        Assert.False(ExiTranscoder.TryDecode(octets, ExiGrammars.SchemaLess, ExiOptions.Default, out _, out var error));
        Assert.Equal(ExiFault.TooDeep, error.Fault);
    }

    [Fact]
    public void TryDecode_ManyNamesOrValues_AreRefused()
    {
        var xml = $"<r>{string.Concat(Enumerable.Range(0, 50).Select(i => $"<a{i}>v{i}</a{i}>"))}</r>";
        var octets = Streams.Encode(xml, ExiGrammars.SchemaLess, ExiOptions.Default);

        Assert.False(ExiTranscoder.TryDecode(
            octets, ExiGrammars.SchemaLess, new ExiOptions { Limits = new ExiLimits { MaxTableEntries = 20 } }, out _, out var error));
        Assert.Equal(ExiFault.TableTooLarge, error.Fault);
    }

    [Fact]
    public void TryDecode_CompressedBomb_IsRefusedBeforeItUnfolds()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(0x80);
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(new byte[64 * 1024 * 1024]);
        }

        Assert.False(ExiTranscoder.TryDecode(
            stream.ToArray(), ExiGrammars.SchemaLess, new ExiOptions { Alignment = ExiAlignment.Compression }, out _, out var error));
        Assert.Equal(ExiFault.InflatedTooFar, error.Fault);
    }

    [Fact]
    public void TryDecode_LargeBlock_IsRefused()
    {
        var xml = $"<r>{string.Concat(Enumerable.Repeat("<a/>", 500))}</r>";
        var options = new ExiOptions { Alignment = ExiAlignment.PreCompression };
        var octets = Streams.Encode(xml, ExiGrammars.SchemaLess, options);

        Assert.False(ExiTranscoder.TryDecode(octets, ExiGrammars.SchemaLess, options with { Limits = new ExiLimits { MaxBlockEvents = 100 } }, out _, out var error));
        Assert.Equal(ExiFault.BlockTooLarge, error.Fault);
    }

    private static void Check(byte[] octets, ExiGrammars grammars, ExiOptions options)
    {
        var isValid = ExiTranscoder.TryDecode(octets, grammars, options, out var xml, out var error);
        Assert.Equal(isValid, xml is not null);
        Assert.Equal(isValid, error.Fault == ExiFault.None);
    }
}
