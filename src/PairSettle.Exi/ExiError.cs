using System.Globalization;

namespace PairSettle.Exi;

/// <summary>Where and why a stream or a value was refused. It holds no content and no name that a peer made up, so it may be logged.</summary>
/// <param name="Fault">The reason.</param>
/// <param name="BitOffset">The first bit of the refused field, counted from the start; -1 for the XML form.</param>
/// <param name="Path">
/// The names of the elements around it, outermost first, separated by '/'; <c>*</c> stands for those that the schema does not
/// declare, and <c>...</c> for the outer ones of a long path. It may be empty.
/// </param>
public readonly record struct ExiError(ExiFault Fault, int BitOffset, string Path)
{
    /// <summary>The documented code, for example EXI2001.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"EXI{(int)Fault:D4}");

    /// <summary>Code, fault and place in one line.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString()
    {
        var place = string.IsNullOrEmpty(Path) ? string.Empty : $" in {Path}";
        var offset = BitOffset < 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" at bit {BitOffset}");
        return $"{Code} {Fault}{offset}{place}";
    }
}
