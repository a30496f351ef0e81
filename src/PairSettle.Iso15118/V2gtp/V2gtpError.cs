using System.Globalization;

namespace PairSettle.Iso15118.V2gtp;

/// <summary>A coded V2GTP error.</summary>
/// <param name="Fault">What failed.</param>
/// <param name="Detail">Expected and found, for people.</param>
public readonly record struct V2gtpError(V2gtpFault Fault, string Detail)
{
    /// <summary>The published code, such as <c>V2G1004</c>; empty when nothing failed.</summary>
    public string Code => Fault is V2gtpFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <inheritdoc/>
    public override string ToString() => Fault is V2gtpFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
