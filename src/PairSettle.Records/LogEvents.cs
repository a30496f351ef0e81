using Microsoft.Extensions.Logging;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records;

/// <summary>All events that this package logs. Hashes and codes only: no identifiers of contracts, no keys, no positions.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(3001, LogLevel.Debug, "{Role} sends {Kind}, {Octets} octets")]
    public static partial void MessageSent(ILogger logger, PartyRole role, PairMessageKind kind, int octets);

    [LoggerMessage(3002, LogLevel.Information, "{Role} permits power under agreement {Agreement}")]
    public static partial void PowerPermitted(ILogger logger, PartyRole role, Digest agreement);

    [LoggerMessage(3003, LogLevel.Information, "{Role} withdraws power: {Reason}")]
    public static partial void PowerWithdrawn(ILogger logger, PartyRole role, EndReason reason);

    [LoggerMessage(3004, LogLevel.Information, "{Role} publishes record {Record}: {Outcome}")]
    public static partial void Published(ILogger logger, PartyRole role, Digest record, SettlementOutcome outcome);

    [LoggerMessage(3005, LogLevel.Warning, "{Role} ends the session without a record: REC{Code} {Fault}")]
    public static partial void Abandoned(ILogger logger, PartyRole role, int code, SettlementFault fault);

    [LoggerMessage(3006, LogLevel.Error, "{Role}: the peer signed two different statements of kind {Kind}; both are in the journal")]
    public static partial void Contradicted(ILogger logger, PartyRole role, PairMessageKind kind);

    [LoggerMessage(3007, LogLevel.Warning, "{Role}: a {Kind} of the peer is refused: REC{Code} {Fault}")]
    public static partial void Refused(ILogger logger, PartyRole role, PairMessageKind kind, int code, SettlementFault fault);

    [LoggerMessage(3008, LogLevel.Warning, "{Role}: the link to the peer is lost")]
    public static partial void LinkLost(ILogger logger, PartyRole role);

    [LoggerMessage(3009, LogLevel.Error, "{Role}: the own key did not sign {Part}")]
    public static partial void SigningFailed(ILogger logger, PartyRole role, SettlementPart part, Exception exception);

    [LoggerMessage(3010, LogLevel.Warning, "{Role}: the link takes no messages; a {Kind} is left out")]
    public static partial void MessageLeftOut(ILogger logger, PartyRole role, PairMessageKind kind);
}
