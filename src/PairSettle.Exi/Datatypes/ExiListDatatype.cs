using System.ComponentModel;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Datatypes;

/// <summary>Lists (EXI 1.0, 7.1.11): the number of items, and the items. In the XML form blanks part them.</summary>
/// <param name="item">The datatype of the items.</param>
/// <param name="minCount">The smallest number of items allowed.</param>
/// <param name="maxCount">The largest number of items allowed.</param>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiListDatatype<T>(ExiDatatype<T> item, int minCount, int maxCount) : ExiDatatype<ExiList<T>>
{
    private static readonly char[] s_whiteSpace = [' ', '\t', '\n', '\r'];

    internal override bool HasEmpty => true;

    internal override bool AllowsEmpty => minCount <= 0;

    /// <inheritdoc/>
    public override string Format(ExiList<T> value) => string.Join(' ', value.Select(item.Format));

    internal override bool IsEmpty(ExiList<T> value) => value.IsEmpty;

    internal override ExiList<T> Read(ref ExiReader reader, int qname)
    {
        var start = reader.BitPosition;
        var count = reader.ReadUnsigned(ulong.MaxValue);
        if (!reader.Failed && (count < (ulong)minCount || count > (ulong)maxCount))
        {
            reader.Refuse(start, ExiFault.LengthOutOfRange);
        }

        // Memory follows the items that are there, not their number.
        var items = new ExiListBuilder<T>();
        for (var i = 0UL; i < count && !reader.Failed; i++)
        {
            var at = reader.BitPosition;
            var value = item.Read(ref reader, qname);
            if (!reader.Failed && !IsOneWord(value!))
            {
                reader.Refuse(at, ExiFault.InvalidCharacter);
            }

            items.Add(ref reader, value!);
        }

        return items.ToList(ref reader);
    }

    internal override void Write(ref ExiWriter writer, int qname, ExiList<T> value)
    {
        if (value.Count < minCount || value.Count > maxCount)
        {
            writer.Fail(ExiFault.LengthOutOfRange);
            return;
        }

        writer.WriteUnsigned((ulong)value.Count, int.MaxValue);
        foreach (var one in value)
        {
            if (!IsOneWord(one))
            {
                writer.Fail(ExiFault.InvalidCharacter);
                return;
            }

            item.Write(ref writer, qname, one);
        }
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out ExiList<T> value)
    {
        value = default;
        var literals = text.Split(s_whiteSpace, StringSplitOptions.RemoveEmptyEntries);
        if (literals.Length > limits.MaxListItems)
        {
            return ExiFault.TooManyItems;
        }

        if (literals.Length < minCount || literals.Length > maxCount)
        {
            return ExiFault.LengthOutOfRange;
        }

        var items = new T[literals.Length];
        for (var i = 0; i < literals.Length; i++)
        {
            var fault = item.Parse(literals[i], limits, out items[i]!);
            if (fault != ExiFault.None)
            {
                return fault;
            }
        }

        value = ExiList.Create<T>(items);
        return ExiFault.None;
    }

    /// <summary>Whether the literal of a text could stand in a list; those of other datatypes always can.</summary>
    private static bool IsOneWord(T value) => value is not string text || (text.Length > 0 && text.IndexOfAny(s_whiteSpace) < 0);
}
