using PairSettle.Exi.Bits;
using PairSettle.Exi.Tests.Support;

namespace PairSettle.Exi.Tests.Bits;

public class RoundTripTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameValues() =>
        Properties.ForAll(Field.Several, fields => Reads(Write(fields), fields));

    [Fact]
    public void Read_AtEveryAlignment_GivesTheSameValue() =>
        Properties.ForAll(Field.Any, field => Enumerable.Range(0, 64).All(shift =>
        {
            Field[] fields = [Field.Bits(0, shift / 2), Field.Bits(0, shift - (shift / 2)), field, Field.Bits(5, 3)];
            return Reads(Write(fields), fields);
        }));

    [Fact]
    public void Write_RequiredOctets_IsTheLengthOfTheStream() =>
        Properties.ForAll(Field.Several, fields =>
        {
            var writer = new ExiWriter([]);
            WriteAll(ref writer, fields);
            return writer.RequiredOctets == Write(fields).Length;
        });

    [Fact]
    public void Write_EverySmallerDestination_OverflowsWithoutTouchingWhatFollows()
    {
        Properties.ForAll(Field.Several, fields =>
        {
            var whole = Write(fields);
            for (var size = 0; size < whole.Length; size++)
            {
                var buffer = new byte[whole.Length + 16];
                buffer.AsSpan().Fill(0xA5);
                var writer = new ExiWriter(buffer.AsSpan(0, size));
                WriteAll(ref writer, fields);
                if (!writer.Overflowed || writer.Finish(out var written) || written != 0 || writer.RequiredOctets != whole.Length
                    || buffer.AsSpan(size).ContainsAnyExcept((byte)0xA5))
                {
                    return false;
                }
            }

            return true;
        });
    }

    [Fact]
    public void Write_IntoGuardedMemory_StaysInside()
    {
        using var memory = new GuardedMemory();
        Properties.ForAll(Field.Several, fields =>
        {
            var whole = Write(fields);
            for (var size = 0; size <= Math.Min(whole.Length, 256); size++)
            {
                WriteTo(memory.Last(size), fields);
                WriteTo(memory.First(size), fields);
            }

            var exact = memory.Last(whole.Length);
            WriteTo(exact, fields);
            return exact.SequenceEqual(whole);
        });
    }

    [Fact]
    public void Read_TruncatedAtEveryOctet_ReportsTruncatedAndStaysInside()
    {
        using var memory = new GuardedMemory();
        Properties.ForAll(Field.Several, fields =>
        {
            var whole = Write(fields);
            for (var length = 0; length < whole.Length; length++)
            {
                var part = memory.Last(length);
                whole.AsSpan(0, length).CopyTo(part);
                var reader = new ExiReader(part, ExiLimits.Default);
                _ = Matches(ref reader, fields);
                if (reader.Error.Fault != ExiFault.Truncated || reader.Finish())
                {
                    return false;
                }
            }

            return true;
        });
    }

    [Fact]
    public void Read_AnyOctets_NeverThrowsAndStaysInside()
    {
        using var memory = new GuardedMemory();
        Properties.ForAll(Field.Several, fields =>
        {
            var octets = Write(fields);
            for (var bit = 0; bit < octets.Length * 8; bit++)
            {
                var source = memory.Last(octets.Length);
                octets.CopyTo(source);
                source[bit / 8] ^= (byte)(1 << (bit % 8));
                var reader = new ExiReader(source, ExiLimits.Default, new ExiStringTable());
                _ = Matches(ref reader, fields);
                _ = reader.Finish();
                if (reader.BitPosition > source.Length * 8)
                {
                    return false;
                }
            }

            return true;
        });
    }

    private static byte[] Write(Field[] fields) => Coding.Write((ref ExiWriter writer) => WriteAll(ref writer, fields));

    private static void WriteTo(Span<byte> destination, Field[] fields)
    {
        var writer = new ExiWriter(destination);
        WriteAll(ref writer, fields);
        _ = writer.Finish(out _);
    }

    private static void WriteAll(ref ExiWriter writer, Field[] fields)
    {
        foreach (var field in fields)
        {
            field.Write(ref writer);
        }
    }

    private static bool Reads(byte[] source, Field[] fields)
    {
        var reader = new ExiReader(source, ExiLimits.Default);
        return Matches(ref reader, fields) && reader.Finish();
    }

    private static bool Matches(ref ExiReader reader, Field[] fields)
    {
        var same = true;
        foreach (var field in fields)
        {
            same &= field.Value.Equals(field.Read(ref reader));
        }

        return same;
    }
}
