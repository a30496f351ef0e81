using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Tests.Support;

/// <summary>One value with the calls that write and read it: the vocabulary of the round-trip properties.</summary>
internal sealed record Field(string Name, object Value, WriteAction Write, ReadFunction<object> Read)
{
    private const int QName = 7;

    public static Field Bits(uint value, int count) =>
        Of($"{count} bits", value, (ref ExiWriter w) => w.WriteBits(value, count), (ref ExiReader r) => r.ReadBits(count));

    public static Field Of<T>(string name, T value, WriteAction write, ReadFunction<T> read)
        where T : notnull =>
        new(name, value, write, (ref ExiReader r) => read(ref r));

    public override string ToString() => $"{Name} {Value}";

    /// <summary>Values of every datatype, alone and as a whole element.</summary>
    public static Gen<Field> Any => Gen.OneOf(
        RawBits, NBits, Enumerations, Booleans, Unsigneds, Integers, BigIntegers, Strings, Binaries);

    /// <summary>Fields one after the other, so that each meets every alignment.</summary>
    public static Gen<Field[]> Several => Gen.Choose(1, 6).SelectMany(count => Any.ArrayOf(count));

    /// <summary>Strings of all kinds of characters, mostly plain ones.</summary>
    public static Gen<string> Text =>
        from blocks in Gen.Frequency(
            (6, Gen.Choose(0x20, 0x7F)),
            (1, Gen.Elements(0x09, 0x0A, 0x0D, 0x80, 0xE9, 0x7FF, 0x800, 0x3FFF, 0x4000, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF))).ArrayOf()
        from plain in Gen.Choose(0x20, 0x7F).ArrayOf()
        select Join(blocks) + Join(plain) + Join(plain);

    private static Gen<ulong> Wide =>
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from shift in Gen.Choose(0, 63)
        select (((ulong)(uint)high << 32) | (uint)low) >> shift;

    private static Gen<Field> RawBits =>
        from count in Gen.Choose(0, 32)
        from value in Wide
        select Bits((uint)(value & ((1UL << count) - 1)), count);

    private static Gen<Field> NBits =>
        from bits in Gen.Choose(0, 12)
        from value in Wide
        from zeros in Gen.Choose(0, 16)
        let max = (uint)((1UL << bits) - 1)
        let offset = (uint)(value & max)
        select zeros == 0
            ? Of($"{bits}-bit", offset, (ref ExiWriter w) => w.WriteNBit(offset, bits, max), (ref ExiReader r) => r.ReadNBit(bits, max))
            : Of(
                $"{zeros}+{bits}-bit content",
                offset,
                (ref ExiWriter w) => w.WriteNBitContent(zeros, offset, bits, max),
                (ref ExiReader r) => r.ReadNBitContent(zeros, bits, max));

    private static Gen<Field> Enumerations =>
        from count in Gen.Choose(1, 80)
        from value in Wide
        from zeros in Gen.Choose(0, 16)
        let bits = 32 - BitOperations.LeadingZeroCount((uint)count - 1)
        let index = (int)(value % (ulong)count)
        select zeros == 0
            ? Of(
                $"enumeration of {count}",
                index,
                (ref ExiWriter w) => w.WriteEnumeration(index, bits, count),
                (ref ExiReader r) => r.ReadEnumeration(bits, count))
            : Of(
                $"{zeros}+enumeration of {count} content",
                index,
                (ref ExiWriter w) => w.WriteEnumerationContent(zeros, index, bits, count),
                (ref ExiReader r) => r.ReadEnumerationContent(zeros, bits, count));

    private static Gen<Field> Booleans =>
        from value in Gen.Elements(true, false)
        from zeros in Gen.Choose(0, 16)
        select zeros == 0
            ? Of("boolean", value, (ref ExiWriter w) => w.WriteBoolean(value), (ref ExiReader r) => r.ReadBoolean())
            : Of(
                $"{zeros}+boolean content",
                value,
                (ref ExiWriter w) => w.WriteBooleanContent(zeros, value),
                (ref ExiReader r) => r.ReadBooleanContent(zeros));

    private static Gen<Field> Unsigneds =>
        from value in Wide
        from zeros in Gen.Choose(0, 16)
        select zeros == 0
            ? Of("unsigned", value, (ref ExiWriter w) => w.WriteUnsigned(value, value), (ref ExiReader r) => r.ReadUnsigned(value))
            : Of(
                $"{zeros}+unsigned content",
                value,
                (ref ExiWriter w) => w.WriteUnsignedContent(zeros, value, value),
                (ref ExiReader r) => r.ReadUnsignedContent(zeros, value));

    private static Gen<Field> Integers =>
        from magnitude in Wide
        from negative in Gen.Elements(true, false)
        from zeros in Gen.Choose(0, 16)
        let positive = (long)(magnitude >> 1)
        let value = negative ? ~positive : positive
        select zeros == 0
            ? Of("integer", value, (ref ExiWriter w) => w.WriteInteger(value, value, value), (ref ExiReader r) => r.ReadInteger(value, value))
            : Of(
                $"{zeros}+integer content",
                value,
                (ref ExiWriter w) => w.WriteIntegerContent(zeros, value, value, value),
                (ref ExiReader r) => r.ReadIntegerContent(zeros, value, value));

    private static Gen<Field> BigIntegers =>
        from octets in Gen.Choose(0, 255).ArrayOf()
        from negative in Gen.Elements(true, false)
        let magnitude = new BigInteger(octets.Select(o => (byte)o).ToArray(), isUnsigned: true)
        let value = negative ? -magnitude - 1 : magnitude
        select Of("big integer", value, (ref ExiWriter w) => w.WriteBigInteger(value), (ref ExiReader r) => r.ReadBigInteger());

    private static Gen<Field> Strings =>
        from value in Text
        from zeros in Gen.Choose(0, 16)
        let length = value.EnumerateRunes().Count()
        select zeros == 0
            ? Of(
                "string",
                value,
                (ref ExiWriter w) => w.WriteString(QName, value, length, length),
                (ref ExiReader r) => r.ReadString(QName, length, length))
            : Of(
                $"{zeros}+string content",
                value,
                (ref ExiWriter w) => w.WriteStringContent(zeros, QName, value, length, length),
                (ref ExiReader r) => r.ReadStringContent(zeros, QName, length, length));

    private static Gen<Field> Binaries =>
        from octets in Gen.Choose(0, 255).ArrayOf()
        from repeat in Gen.Choose(1, 4)
        from zeros in Gen.Choose(0, 16)
        let value = ExiBytes.Copy([.. Enumerable.Repeat(octets, repeat).SelectMany(o => o).Select(o => (byte)o)])
        select zeros == 0
            ? Of(
                "binary",
                value,
                (ref ExiWriter w) => w.WriteBinary(value, value.Length, value.Length),
                (ref ExiReader r) => r.ReadBinary(value.Length, value.Length))
            : Of(
                $"{zeros}+binary content",
                value,
                (ref ExiWriter w) => w.WriteBinaryContent(zeros, value, value.Length, value.Length),
                (ref ExiReader r) => r.ReadBinaryContent(zeros, value.Length, value.Length));

    private static string Join(int[] codePoints) =>
        codePoints.Aggregate(new StringBuilder(), (text, codePoint) => text.Append(char.ConvertFromUtf32(codePoint))).ToString();
}
