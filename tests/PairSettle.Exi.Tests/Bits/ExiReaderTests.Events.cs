using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    private const string Ones = "11111111 11111111 11111111 11111111 11111111 11111111 11111111 11111111";

    [Theory]
    [InlineData("0", 1, 1, 0)]
    [InlineData("01", 2, 3, 1)]
    [InlineData("10", 2, 3, 2)]
    [InlineData("100010", 6, 35, 34)]
    [InlineData("1001111", 7, 80, 79)]
    public void ReadEventCode_Declared_IsItsNumber(string code, int width, int count, int expected)
    {
        Assert.Equal(expected, Read(Digits(code), (ref ExiReader r) => r.ReadEventCode(width, count)));
        Assert.Equal(expected, new ExiReader(Digits(code + Ones), ExiLimits.Default).ReadEventCode(width, count));
    }

    [Theory]
    [InlineData("1", 1, 1, ExiFault.UndeclaredContent)]
    [InlineData("11", 2, 3, ExiFault.UndeclaredContent)]
    [InlineData("10", 2, 2, ExiFault.UndeclaredContent)]
    [InlineData("11", 2, 2, ExiFault.UndefinedEventCode)]
    [InlineData("1010000", 7, 80, ExiFault.UndeclaredContent)]
    [InlineData("1010001", 7, 80, ExiFault.UndefinedEventCode)]
    public void ReadEventCode_NotDeclared_TellsEscapesFromUndefinedCodes(string code, int width, int count, ExiFault fault)
    {
        foreach (var stream in new[] { "1" + code, "1" + code + Ones })
        {
            var error = ReadFault(
                Digits(stream),
                (ref ExiReader r) =>
                {
                    _ = r.ReadBits(1);
                    return r.ReadEventCode(width, count);
                },
                -1);

            Assert.Equal(new ExiError(fault, 1, string.Empty), error);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(32)]
    public void ExpectZero_AnyOneAmongThem_IsUndeclaredContentAtThatBit(int count)
    {
        for (var one = 0; one < count; one++)
        {
            foreach (var rest in new[] { string.Empty, Ones })
            {
                var stream = Digits("11" + new string('0', one) + '1' + new string('0', count - one - 1) + rest);
                var error = ReadFault(
                    stream,
                    (ref ExiReader r) =>
                    {
                        _ = r.ReadBits(2);
                        return r.ExpectZero(count);
                    },
                    false);

                Assert.Equal(new ExiError(ExiFault.UndeclaredContent, 2 + one, string.Empty), error);
            }
        }
    }

    [Theory]
    [InlineData("0000", 4, 10u, 0u)]
    [InlineData("1010", 4, 10u, 10u)]
    [InlineData("", 0, 0u, 0u)]
    [InlineData("111111111111", 12, 4095u, 4095u)]
    public void ReadNBit_InRange_IsTheDistance(string bits, int width, uint maxOffset, uint expected) =>
        Assert.Equal(expected, Read(Digits(bits), (ref ExiReader r) => r.ReadNBit(width, maxOffset)));

    [Theory]
    [InlineData("1011", 4, 10u)]
    [InlineData("1111", 4, 10u)]
    [InlineData("111", 3, 6u)]
    public void ReadNBit_BeyondTheMaximum_IsRefused(string bits, int width, uint maxOffset)
    {
        Assert.Equal(
            new ExiError(ExiFault.ValueOutOfRange, 0, string.Empty),
            ReadFault(Digits(bits), (ref ExiReader r) => r.ReadNBit(width, maxOffset), 0u));
        Assert.Equal(
            new ExiError(ExiFault.ValueOutOfRange, 0, string.Empty),
            ReadFault(Digits(bits + Ones), (ref ExiReader r) => r.ReadNBit(width, maxOffset), 0u));
    }

    [Fact]
    public void ReadEnumeration_BeyondTheLast_IsRefused() =>
        Assert.Equal(
            ExiFault.UndefinedEnumerationValue,
            ReadFault(Digits("11001"), (ref ExiReader r) => r.ReadEnumeration(5, 25), 0).Fault);

    [Fact]
    public void ReadEnumeration_SingleValue_TakesNoBit() =>
        Assert.Equal(0, Read([], (ref ExiReader r) => r.ReadEnumeration(0, 1)));

    [Theory]
    [InlineData(32)]
    [InlineData(31)]
    [InlineData(1)]
    public void ReadBits_EveryWindow_EqualsTheDigits(int count)
    {
        var octets = Enumerable.Range(1, 24).Select(i => (byte)(i * 0x35)).ToArray();
        var digits = string.Concat(octets.Select(o => Convert.ToString(o, 2).PadLeft(8, '0')));
        for (var position = 0; position + count <= digits.Length; position++)
        {
            var reader = new ExiReader(octets, ExiLimits.Default);
            for (var skip = position; skip > 0; skip -= Math.Min(skip, 32))
            {
                _ = reader.ReadBits(Math.Min(skip, 32));
            }

            Assert.Equal(Convert.ToUInt32(digits.Substring(position, count), 2), reader.ReadBits(count));
            Assert.Equal(position + count, reader.BitPosition);
        }
    }
}
