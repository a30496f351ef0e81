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
    private const int FirstSpill = 16;

    private Few _few;
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
    public bool Add(Xml.ExiXmlReader reader, T item)
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
    public readonly ExiList<T> ToList() =>
        _many is null ? ExiList.Create<T>(((ReadOnlySpan<T>)_few)[..Count])
        : _many.Length == Count ? new(_many)
        : new(_many.AsSpan(0, Count).ToArray());

    private void Append(T item)
    {
        if (_many is null && Count < Few.Length)
        {
            _few[Count] = item;
        }
        else
        {
            if (_many is null)
            {
                _many = new T[FirstSpill];
                ((ReadOnlySpan<T>)_few).CopyTo(_many);
            }
            else if (Count == _many.Length)
            {
                Array.Resize(ref _many, Count * 2);
            }

            _many[Count] = item;
        }

        Count++;
    }

    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 4;
        private T _item;
    }
}
