using System.Globalization;

namespace PairSettle.Iso15118.Sdp;

/// <summary>A coded SDP error.</summary>
/// <param name="Fault">What failed.</param>
/// <param name="Detail">Expected and found, for people.</param>
public readonly record struct SdpError(SdpFault Fault, string Detail)
{
    /// <summary>The published code, such as <c>V2G2004</c>; empty when nothing failed.</summary>
    public string Code => Fault is SdpFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <inheritdoc/>
    public override string ToString() => Fault is SdpFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
