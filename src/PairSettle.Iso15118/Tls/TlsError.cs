using System.Globalization;

namespace PairSettle.Iso15118.Tls;

/// <summary>A coded TLS error.</summary>
/// <param name="Fault">What failed.</param>
/// <param name="Detail">Expected and found, for people.</param>
public readonly record struct TlsError(TlsFault Fault, string Detail)
{
    /// <summary>The published code, such as <c>V2G3005</c>; empty when nothing failed.</summary>
    public string Code => Fault is TlsFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <inheritdoc/>
    public override string ToString() => Fault is TlsFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
