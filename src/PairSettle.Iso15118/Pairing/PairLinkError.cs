using System.Globalization;

namespace PairSettle.Iso15118.Pairing;

/// <summary>A coded error of a pair link.</summary>
/// <param name="Fault">What failed.</param>
/// <param name="Detail">Expected and found, for people.</param>
public readonly record struct PairLinkError(PairLinkFault Fault, string Detail)
{
    /// <summary>The published code, such as <c>V2G5004</c>; empty when nothing failed.</summary>
    public string Code => Fault is PairLinkFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <inheritdoc/>
    public override string ToString() => Fault is PairLinkFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
