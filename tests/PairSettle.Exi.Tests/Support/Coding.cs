using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Tests.Support;

internal delegate void WriteAction(ref ExiWriter writer);

internal delegate T ReadFunction<out T>(ref ExiReader reader);

/// <summary>Short forms for tests that write or read one value.</summary>
internal static class Coding
{
    /// <summary>Octets from binary digits; white space is for people, and zeros fill up the last octet.</summary>
    public static byte[] Digits(string digits)
    {
        var bits = digits.Where(c => c is '0' or '1').ToArray();
        var octets = new byte[(bits.Length + 7) / 8];
        for (var i = 0; i < bits.Length; i++)
        {
            octets[i / 8] |= (byte)((bits[i] - '0') << (7 - (i % 8)));
        }

        return octets;
    }

    public static byte[] Hex(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", string.Empty, StringComparison.Ordinal));

    /// <summary>What is written into a buffer that is large enough and full of ones.</summary>
    public static byte[] Write(WriteAction write, ExiStringTable? strings = null, ExiEmptyContent empty = ExiEmptyContent.Characters)
    {
        var buffer = new byte[16 * 1024];
        buffer.AsSpan().Fill(0xFF);
        var writer = new ExiWriter(buffer, strings, empty);
        write(ref writer);
        Assert.True(writer.Finish(out var written));
        Assert.False(buffer.AsSpan(written).ContainsAnyExcept((byte)0xFF), "something was written past the end of the stream");
        return buffer[..written];
    }

    /// <summary>The fault that writing ends with.</summary>
    public static ExiError WriteFault(WriteAction write)
    {
        var writer = new ExiWriter(new byte[256]);
        write(ref writer);
        var error = writer.Error;
        try
        {
            writer.Finish(out _);
        }
        catch (ExiContentException exception)
        {
            Assert.Equal(error, exception.Error);
            return error;
        }

        Assert.Fail("no fault");
        return default;
    }

    /// <summary>The value of a stream that holds nothing else.</summary>
    public static T Read<T>(byte[] source, ReadFunction<T> read, ExiStringTable? strings = null)
    {
        var reader = new ExiReader(source, ExiLimits.Default, strings);
        var value = read(ref reader);
        Assert.True(reader.Finish(), reader.Error.ToString());
        return value;
    }

    /// <summary>The fault that reading ends with; the value must be the default of its type then.</summary>
    public static ExiError ReadFault<T>(byte[] source, ReadFunction<T> read, T nothing, ExiLimits? limits = null, ExiStringTable? strings = null)
    {
        var reader = new ExiReader(source, limits ?? ExiLimits.Default, strings);
        var value = read(ref reader);
        Assert.True(reader.Failed, $"{value} was accepted");
        Assert.Equal(nothing, value);
        Assert.False(reader.Finish());
        return reader.Error;
    }
}
