using System.Numerics;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Generator.Tests.Samples;

namespace PairSettle.Exi.Generator.Tests.Emission;

/// <summary>Codecs of properties whose datatype is an object.</summary>
public class DatatypeTests
{
    private static readonly Values s_values = new()
    {
        Decimal = ExiDecimal.Parse("-1.05"),
        Float = new ExiFloat(10, -1),
        Moment = ExiDateTime.Parse(ExiDateTimeKind.DateTime, "2026-11-27T12:00:00.50Z"),
        Letters = "CAB",
        Colors = [Color.Blue, Color.Red],
        Words = [["a", "bc"], []],
        Wide = ulong.MaxValue,
        Ports = [1, 65535],
    };

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        var exi = s_values.ToExi();

        Assert.Equal(s_values, Values.Decode(exi));
        Assert.Equal(Convert.ToHexString(exi), Convert.ToHexString(Values.Decode(exi).ToExi()));
        Assert.True(Values.TryParseXml(s_values.ToXml(), out var parsed, out var error), error.ToString());
        Assert.Equal(s_values with { Float = new ExiFloat(1, 0) }, parsed);
    }

    [Fact]
    public void Encode_RestrictedCharacters_TakesTwoBitsEach()
    {
        var shorter = (s_values with { Letters = string.Empty }).ToExi();

        // The fourth character completes an octet.
        Assert.Equal(shorter.Length + 1, (s_values with { Letters = "ABCA" }).ToExi().Length);
    }

    public static TheoryData<string, ExiFault> Refused => new()
    {
        { nameof(Values.Letters), ExiFault.InvalidCharacter },
        { nameof(Values.Colors), ExiFault.LengthOutOfRange },
        { nameof(Values.Words), ExiFault.InvalidCharacter },
        { nameof(Values.Wide), ExiFault.ValueOutOfRange },
        { nameof(Values.Moment), ExiFault.UnexpectedType },
        { nameof(Values.Float), ExiFault.ValueOutOfRange },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Encode_ValueThatBreaksItsDatatype_IsRefused(string property, ExiFault fault)
    {
        var value = property switch
        {
            nameof(Values.Letters) => s_values with { Letters = "AD" },
            nameof(Values.Colors) => s_values with { Colors = [Color.Red, Color.Red, Color.Red, Color.Red] },
            nameof(Values.Words) => s_values with { Words = [["a b"]] },
            nameof(Values.Wide) => s_values with { Wide = BigInteger.Pow(2, 64) },
            nameof(Values.Moment) => s_values with { Moment = ExiDateTime.FromDate(new DateOnly(2026, 11, 27)) },
            _ => s_values with { Float = new ExiFloat(1, 20_000) },
        };
        var writer = new ExiWriter(new byte[256]);

        Assert.False(value.WriteExi(ref writer));
        Assert.Equal(fault, writer.Error.Fault);
        Assert.StartsWith(property, writer.Error.Path, StringComparison.Ordinal);
    }
}
