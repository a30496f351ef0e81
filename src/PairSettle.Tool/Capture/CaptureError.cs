using System.Globalization;

namespace PairSettle.Tool.Capture;

/// <summary>A coded error about a capture, in one line, without content and without secrets.</summary>
internal readonly record struct CaptureError(CaptureFault Fault, string Detail)
{
    /// <summary>The published code; empty when nothing failed.</summary>
    public string Code => Fault is CaptureFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"CAP{(int)Fault}");

    public override string ToString() => Fault is CaptureFault.None ? "" : $"{Code} {Fault}: {Detail}";
}
