using PairSettle.Hal.Modbus;

namespace PairSettle.Testing.Devices;

/// <summary>What a <see cref="ModbusMeterSimulator"/> does wrong with one request.</summary>
public abstract record ModbusServerFault
{
    private ModbusServerFault()
    {
    }

    /// <summary>The answer waits for a task, and so comes late for a client that has given up.</summary>
    /// <param name="Release">Ends when the answer may go.</param>
    public sealed record Hold(Task Release) : ModbusServerFault;

    /// <summary>The answer takes its time.</summary>
    /// <param name="Duration">How long, on the simulator's clock.</param>
    public sealed record Delay(TimeSpan Duration) : ModbusServerFault;

    /// <summary>No answer comes.</summary>
    public sealed record Silence : ModbusServerFault;

    /// <summary>The connection is closed instead of an answer.</summary>
    public sealed record Disconnect : ModbusServerFault;

    /// <summary>The connection is closed in the middle of the answer.</summary>
    /// <param name="Length">How many octets are sent before.</param>
    public sealed record Truncate(int Length) : ModbusServerFault;

    /// <summary>One octet of the answer is changed: 0-1 transaction, 2-3 protocol, 4-5 length, 6 unit, 7 function, 8 byte count.</summary>
    /// <param name="Offset">The octet.</param>
    /// <param name="Mask">The bits that are flipped.</param>
    public sealed record Corrupt(int Offset, byte Mask) : ModbusServerFault;

    /// <summary>An exception is answered.</summary>
    /// <param name="Code">The exception.</param>
    public sealed record Refuse(ModbusExceptionCode Code) : ModbusServerFault;

    /// <summary>The answer is sent twice.</summary>
    public sealed record Repeat : ModbusServerFault;

    /// <summary>The answer is sent octet by octet.</summary>
    public sealed record Dribble : ModbusServerFault;
}
