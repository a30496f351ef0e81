namespace PairSettle.Hal.Modbus;

/// <summary>A Modbus request failed: on the way, by an answer that does not fit, or by an exception that the server answered with.</summary>
public sealed class ModbusException : HalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What failed.</param>
    /// <param name="unit">The unit that was asked.</param>
    /// <param name="request">What it was asked for.</param>
    /// <param name="innerException">The cause, where another exception told it.</param>
    public ModbusException(HalFault fault, byte unit, ModbusRequest request, Exception? innerException = null)
        : base(fault, $"{fault} for unit {unit}, {request}", innerException)
    {
        Unit = unit;
        Request = request;
    }

    /// <summary>The unit that was asked.</summary>
    public byte Unit { get; }

    /// <summary>What it was asked for.</summary>
    public ModbusRequest Request { get; }

    /// <summary>The exception that the server answered with; <see cref="ModbusExceptionCode.None"/> when it failed in another way.</summary>
    public ModbusExceptionCode ServerException =>
        Fault is >= HalFault.IllegalFunction and <= HalFault.GatewayTargetFailedToRespond
            ? (ModbusExceptionCode)((int)Fault - ((int)HalFault.IllegalFunction - 1))
            : ModbusExceptionCode.None;
}
