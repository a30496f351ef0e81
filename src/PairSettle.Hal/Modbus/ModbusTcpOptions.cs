using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PairSettle.Hal.Modbus;

/// <summary>How a <see cref="ModbusTcpClient"/> connects and how long it waits.</summary>
public sealed record ModbusTcpOptions
{
    /// <summary>The port that is registered for Modbus TCP.</summary>
    public const int DefaultPort = 502;

    /// <summary>The server: an address, or a host name as <see cref="DnsEndPoint"/>.</summary>
    public required EndPoint EndPoint { get; init; }

    /// <summary>How long the client waits for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the client waits for an answer, counted from the moment at which the request leaves the queue.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause that the bus behind the server needs between an answer and the next request.</summary>
    public TimeSpan TurnaroundDelay { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How often a read is sent when the connection or the answer is lost, the first time included. Writes are sent once, because nobody
    /// knows whether the lost one took effect.
    /// </summary>
    public int ReadAttempts { get; init; } = 2;

    /// <summary>After how many unanswered requests in a row the connection is taken for dead and made anew.</summary>
    public int TimeoutsBeforeReconnect { get; init; } = 3;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Receives connection events; never register values.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    internal ModbusTcpOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(EndPoint);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Logger);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ConnectTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RequestTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(TurnaroundDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReadAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(TimeoutsBeforeReconnect, 1);
        return this;
    }
}
