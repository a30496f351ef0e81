using System.Globalization;

namespace PairSettle.Tool.Wire;

/// <summary>A coded error about octets of the wire, in one line and without their content.</summary>
internal readonly record struct WireError(WireFault Fault, string Detail)
{
    /// <summary>The published code; empty when nothing failed.</summary>
    public string Code => Fault is WireFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"WIRE{(int)Fault}");

    public override string ToString() => Fault is WireFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
