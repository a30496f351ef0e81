using System.ComponentModel;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Datatypes;

/// <summary>How values of a simple type are coded and spelled; emitted code makes one for each property that needs it.</summary>
/// <typeparam name="T">The C# type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExiDatatype<T>
{
    private protected ExiDatatype()
    {
    }

    /// <summary>Whether an element without characters has a value: no characters, no octets, no items.</summary>
    internal virtual bool HasEmpty => false;

    /// <summary>Whether the facets admit that value.</summary>
    internal virtual bool AllowsEmpty => false;

    /// <summary>That value.</summary>
    internal virtual T? Empty => default;

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, which keeps the first fault.</param>
    /// <param name="qname">The number of the qualified name that string tables keep the value under.</param>
    internal abstract T? Read(ref ExiReader reader, int qname);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer, which keeps the first fault.</param>
    /// <param name="qname">The number of the qualified name that string tables keep the value under.</param>
    /// <param name="value">The value.</param>
    internal abstract void Write(ref ExiWriter writer, int qname, T value);

    /// <summary>Whether a value is the empty one.</summary>
    internal virtual bool IsEmpty(T value) => false;

    /// <summary>Reads a literal.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="limits">What to accept at most.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    internal abstract ExiFault Parse(string text, ExiLimits limits, out T? value);

    /// <summary>The literal of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public abstract string Format(T value);
}
