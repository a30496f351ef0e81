using System.ComponentModel;
using System.Runtime.CompilerServices;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi;

/// <summary>
/// Collects the items of a repeated element while they are read. The first few stand on the stack, so a short list
/// costs one array of its exact size.
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
    public readonly ExiList<T> ToList()
    {
        if (_many is null)
        {
            return Count switch
            {
                0 => default,
                1 => new([_first!]),
                2 => new([_first!, _second!]),
                3 => new([_first!, _second!, _third!]),
                _ => new([_first!, _second!, _third!, _fourth!]),
            };
        }

        if (_many.Length == Count)
        {
            return new(_many);
        }

        var items = new T[Count];
        Array.Copy(_many, items, Count);
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
            _many = new T[Few * 4];
            (_many[0], _many[1], _many[2], _many[3]) = (_first!, _second!, _third!, _fourth!);
        }
        else if (_many.Length == Count)
        {
            Array.Resize(ref _many, Count * 2);
        }

        _many[Count] = item;
    }
}
