using System.Globalization;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One thing that is wrong with a signature.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="ReferenceIndex">The reference concerned, from 0; -1 if none.</param>
/// <param name="Detail">Expected and found, for people; no content of elements.</param>
public sealed record XmlSignatureFinding(XmlSignatureFault Fault, int ReferenceIndex, string Detail)
{
    /// <summary>The published code, such as <c>V2G4011</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Fault}: {Detail}";
}
