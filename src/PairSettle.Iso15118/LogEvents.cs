using Microsoft.Extensions.Logging;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118;

/// <summary>Every event that this package logs. None carries an identifier of a person, a contract, a vehicle or a key.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(1001, LogLevel.Information, "Charger: phase {Phase}")]
    public static partial void SeccPhaseEntered(ILogger logger, SeccPhase phase);

    [LoggerMessage(1002, LogLevel.Information, "Charger: {Event}")]
    public static partial void SeccReported(ILogger logger, SeccEvent @event);

    [LoggerMessage(1003, LogLevel.Information, "Charger: session ended: {Reason}")]
    public static partial void SeccEnded(ILogger logger, TerminationReason reason);

    [LoggerMessage(1011, LogLevel.Information, "Vehicle: phase {Phase}")]
    public static partial void EvccPhaseEntered(ILogger logger, EvccPhase phase);

    [LoggerMessage(1012, LogLevel.Information, "Vehicle: {Event}")]
    public static partial void EvccReported(ILogger logger, EvccEvent @event);

    [LoggerMessage(1013, LogLevel.Information, "Vehicle: session ended: {Reason}")]
    public static partial void EvccEnded(ILogger logger, TerminationReason reason);

    [LoggerMessage(1021, LogLevel.Debug, "Frame of payload type {PayloadType} left alone")]
    public static partial void FrameIgnored(ILogger logger, V2gtpPayloadType payloadType);

    [LoggerMessage(1022, LogLevel.Warning, "Payload is no message: {Code}")]
    public static partial void PayloadUndecodable(ILogger logger, string code);

    [LoggerMessage(1023, LogLevel.Warning, "Connection failed: {Code}")]
    public static partial void LinkFailed(ILogger logger, string code);

    [LoggerMessage(1024, LogLevel.Error, "{Work} failed: {ExceptionType}")]
    public static partial void WorkFailed(ILogger logger, string work, string exceptionType);

    [LoggerMessage(1025, LogLevel.Critical, "The machine broke an invariant; power is off: {Property}")]
    public static partial void InvariantBroken(ILogger logger, string property);
}
