using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi;

/// <summary>
/// Collects the items of a repeated element while they are read: the first few on the stack, more in a shared array, so that
/// a list costs one array of its exact size.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ExiListBuilder<T>
{
    private const int Few = 4;

    // Fields rather than an inline array: spans of one cost a look-up in code that reference types share.
    private T? _first;
    private T? _second;
    private T? _third;
    private T? _fourth;
    private T[]? _many;

    /// <summary>The number of items so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an item.</summary>
    /// <param name="reader">The reader whose limits apply; it fails when there are too many items.</param>
    /// <param name="item">The item.</param>
    /// <returns>Whether reading may go on.</returns>
    public bool Add(scoped ref ExiReader reader, T item)
    {
        if (Count >= reader.MaxListItems)
        {
            return reader.Fail(ExiFault.TooManyItems);
        }

        Append(item);
        return !reader.Failed;
    }

    /// <summary>Adds an item.</summary>
    /// <param name="reader">The reader whose limits apply; it fails when there are too many items.</param>
    /// <param name="item">The item.</param>
    /// <returns>Whether reading may go on.</returns>
    public bool Add(Xml.ExiXmlParser reader, T item)
    {
        if (Count >= reader.MaxListItems)
        {
            return reader.Fail(ExiFault.TooManyItems);
        }

        Append(item);
        return !reader.Failed;
    }

    /// <summary>The items as a list. The builder must not be used afterwards.</summary>
    /// <returns>The list.</returns>
    public ExiList<T> ToList() => Count switch
    {
        0 => default,
        1 => new([_first!]),
        2 => new([_first!, _second!]),
        3 => new([_first!, _second!, _third!]),
        _ => Fill(new T[Count]),
    };

    /// <summary>The items as a list, of the reader's pool where it has one. The builder must not be used afterwards.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The list.</returns>
    public ExiList<T> ToList(scoped ref ExiReader reader) =>
        Count == 0 || reader.Pool is null ? ToList() : Fill(reader.Pool.TakeArray<T>(Count));

    private ExiList<T> Fill(T[] items)
    {
        if (_many is not null)
        {
            Array.Copy(_many, items, Count);
            Release(_many);
            _many = null;
            return new(items);
        }

        items[0] = _first!;
        if (Count > 1)
        {
            items[1] = _second!;
        }

        if (Count > 2)
        {
            items[2] = _third!;
        }

        if (Count > 3)
        {
            items[3] = _fourth!;
        }

        return new(items);
    }

    private void Append(T item)
    {
        switch (Count)
        {
            case 0:
                _first = item;
                break;
            case 1:
                _second = item;
                break;
            case 2:
                _third = item;
                break;
            case 3:
                _fourth = item;
                break;
            default:
                AppendToMany(item);
                break;
        }

        Count++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendToMany(T item)
    {
        if (_many is null)
        {
            _many = ArrayPool<T>.Shared.Rent(Few * 4);
            (_many[0], _many[1], _many[2], _many[3]) = (_first!, _second!, _third!, _fourth!);
        }
        else if (_many.Length == Count)
        {
            var items = _many;
            _many = ArrayPool<T>.Shared.Rent(Count * 2);
            Array.Copy(items, _many, Count);
            Release(items);
        }

        _many[Count] = item;
    }

    /// <summary>Gives an array back. One that a fault leaves behind is lost to the shared pool, and collected.</summary>
    private static void Release(T[] items) =>
        ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
}
