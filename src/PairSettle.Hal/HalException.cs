namespace PairSettle.Hal;

/// <summary>A device, a bus or a network failed. The message never holds more than addresses, counts and the code.</summary>
public class HalException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What failed.</param>
    /// <param name="message">What was expected, what was found, and where.</param>
    /// <param name="innerException">The cause, where another exception told it.</param>
    public HalException(HalFault fault, string message, Exception? innerException = null)
        : base($"{fault.ToCode()}: {message}", innerException)
    {
        Fault = fault;
    }

    /// <summary>What failed.</summary>
    public HalFault Fault { get; }

    /// <summary>The published code, for example <c>HAL2003</c>.</summary>
    public string Code => Fault.ToCode();

    /// <summary>Whether the same request may succeed when it is sent again later.</summary>
    public bool IsRetryable => Fault.IsRetryable();
}
