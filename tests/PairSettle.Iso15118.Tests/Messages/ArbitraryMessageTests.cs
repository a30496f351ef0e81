using PairSettle.Exi;

namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>What holds for valid content of every type, whatever it is.</summary>
public class ArbitraryMessageTests
{
    private const int ValuesOfEach = 25;

    [Fact]
    public void Decode_WhatWasEncoded_IsEqual()
    {
        var seed = 1UL;
        var values = 0;
        foreach (var coding in ContentCoding.All)
        {
            for (var i = 0; i < ValuesOfEach; i++, seed++)
            {
                if (!new MessageMaker(new RandomChoices(seed)).TryMake(coding.Type, out var value))
                {
                    continue;
                }

                var octets = coding.Encode(value, out _);
                Assert.True(coding.TryDecode(octets, out var decoded, out var error), $"{coding.Type.Name}, seed {seed}: {error}");
                Assert.Equal(value, decoded);
                Assert.Equal(octets, coding.Encode(decoded!, out _));
                values++;
            }
        }

        Assert.True(values > 2_000, $"only {values} values");
    }

    [Fact]
    public void Decode_EveryPrefix_IsRefused()
    {
        var seed = 1_000_000UL;
        foreach (var coding in ContentCoding.All)
        {
            if (!new MessageMaker(new RandomChoices(seed++)).TryMake(coding.Type, out var value))
            {
                continue;
            }

            var octets = coding.Encode(value, out var bits);
            for (var length = 0; length * 8 < bits && length < octets.Length; length++)
            {
                Assert.False(coding.TryDecode(octets.AsSpan(0, length), out var decoded, out var error), $"{coding.Type.Name}, seed {seed}: {length} of {octets.Length} octets");
                Assert.Null(decoded);
                Assert.NotEqual(ExiFault.None, error.Fault);
            }
        }
    }
}
