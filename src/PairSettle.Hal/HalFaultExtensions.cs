using System.Globalization;

namespace PairSettle.Hal;

/// <summary>What follows from a <see cref="HalFault"/> alone.</summary>
public static class HalFaultExtensions
{
    /// <summary>The published code of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The code, for example <c>HAL2003</c>; empty for <see cref="HalFault.None"/>.</returns>
    public static string ToCode(this HalFault fault) =>
        fault == HalFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"HAL{(int)fault:D4}");

    /// <summary>
    /// Whether the same request may succeed when it is sent again later without any change: true for lost connections, deadlines,
    /// damaged frames and busy devices, false for refusals, wrong devices and faults that need a person.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <returns>True when another attempt makes sense.</returns>
    public static bool IsRetryable(this HalFault fault) => fault switch
    {
        HalFault.ConnectFailed or HalFault.Disconnected or HalFault.DeadlineExceeded => true,
        HalFault.FrameTruncated or HalFault.FrameTooLong or HalFault.ProtocolIdentifierInvalid or HalFault.LengthFieldInvalid
            or HalFault.ChecksumMismatch or HalFault.UnitMismatch or HalFault.FunctionMismatch or HalFault.ByteCountMismatch
            or HalFault.EchoMismatch => true,
        HalFault.Acknowledge or HalFault.ServerDeviceBusy or HalFault.GatewayPathUnavailable
            or HalFault.GatewayTargetFailedToRespond => true,
        HalFault.MeterValueAbsent => true,
        _ => false,
    };
}
