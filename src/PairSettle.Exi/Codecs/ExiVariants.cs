using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PairSettle.Exi.Codecs;

/// <summary>
/// The variants of one stream in its order: a reader notes them, and a writer that is given them repeats them. So a value
/// that is written with the variants of the stream it came from gives exactly that stream.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiVariants
{
    private readonly List<ExiVariant> _items = [];
    private readonly bool _isFixed;
    private int _next;

    /// <summary>Variants that a reader is to note.</summary>
    public ExiVariants()
    {
    }

    private ExiVariants(List<ExiVariant> items) => (_items, _isFixed) = (items, true);

    /// <summary>The variants that the reader met.</summary>
    public ReadOnlySpan<ExiVariant> Items => CollectionsMarshal.AsSpan(_items);

    /// <summary>The same variants for another writer; what its reader meets is not noted.</summary>
    /// <returns>The variants, none of them written yet.</returns>
    public ExiVariants ToRepeat() => new(_items);

    /// <summary>Notes a variant that was read.</summary>
    internal void Add(ExiVariant variant)
    {
        if (!_isFixed)
        {
            _items.Add(variant);
        }
    }

    /// <summary>The variant that was read at this bit, which is the writer's next; null where the writer is free.</summary>
    internal ExiVariant? Take(long bitOffset) =>
        _next < _items.Count && _items[_next].BitOffset == bitOffset ? _items[_next++] : null;
}
