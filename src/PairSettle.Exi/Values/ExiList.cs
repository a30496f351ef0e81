using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PairSettle.Exi;

/// <summary>An immutable list that compares item by item. The default value is empty.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ExiList), nameof(ExiList.Create))]
public readonly struct ExiList<T> : IReadOnlyList<T>, IEquatable<ExiList<T>>
{
    private readonly T[]? _items;

    internal ExiList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items?.Length ?? 0;

    /// <summary>Whether there is no item.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The items, without a copy.</summary>
    public ReadOnlySpan<T> Span => _items;

    /// <inheritdoc/>
    public T this[int index] => Span[index];

    /// <summary>Iterates without allocation.</summary>
    /// <returns>The enumerator of the items.</returns>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ExiList<T> other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(this[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ExiList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items, separated by commas.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => $"[{string.Join(", ", _items ?? [])}]";

    /// <summary>Whether both hold equal items in the same order.</summary>
    public static bool operator ==(ExiList<T> left, ExiList<T> right) => left.Equals(right);

    /// <summary>Whether the items differ.</summary>
    public static bool operator !=(ExiList<T> left, ExiList<T> right) => !left.Equals(right);
}

/// <summary>Builds lists.</summary>
public static class ExiList
{
    /// <summary>Copies the given items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items to copy.</param>
    /// <returns>The list.</returns>
    public static ExiList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());
}
