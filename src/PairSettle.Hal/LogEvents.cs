using System.Net;
using Microsoft.Extensions.Logging;

namespace PairSettle.Hal;

/// <summary>All log events of the package. None holds a register value.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(2101, LogLevel.Information, "Modbus: connected to {EndPoint}")]
    public static partial void ModbusConnected(this ILogger logger, EndPoint endPoint);

    [LoggerMessage(2102, LogLevel.Warning, "Modbus: closed the connection to {EndPoint}: {Code}")]
    public static partial void ModbusClosed(this ILogger logger, EndPoint endPoint, string code);

    [LoggerMessage(2103, LogLevel.Debug, "Modbus: discarded a late answer, transaction {TransactionId} while waiting for {Expected}")]
    public static partial void ModbusLateAnswer(this ILogger logger, int transactionId, int expected);
}
