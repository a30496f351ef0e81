using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>Everything that can happen to a settlement machine. Each input says when it happened; there is no other clock.</summary>
public abstract record SettlementInput
{
    private SettlementInput(SettlementTime at) => At = at;

    /// <summary>When it happened.</summary>
    public SettlementTime At { get; }

    /// <summary>The device has started; the state was recovered from its journal.</summary>
    /// <param name="At">When it happened.</param>
    public sealed record Started(SettlementTime At) : SettlementInput(At);

    /// <summary>A link to the peer is up.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Channel">What identifies the connection to both sides.</param>
    public sealed record Linked(SettlementTime At, ChannelBinding Channel) : SettlementInput(At);

    /// <summary>The link is gone.</summary>
    /// <param name="At">When it happened.</param>
    public sealed record LinkLost(SettlementTime At) : SettlementInput(At);

    /// <summary>Octets came from the peer.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Message">The octets of one message.</param>
    public sealed record Received(SettlementTime At, ReadOnlyMemory<byte> Message) : SettlementInput(At);

    /// <summary>The random octets that were asked for.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Octets">The octets.</param>
    public sealed record Drawn(SettlementTime At, ExiBytes Octets) : SettlementInput(At);

    /// <summary>A statement was signed.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Part">Which one.</param>
    /// <param name="Encoded">The CMS object, or the signed checkpoint or acknowledgement.</param>
    public sealed record Signed(SettlementTime At, SettlementPart Part, ReadOnlyMemory<byte> Encoded) : SettlementInput(At);

    /// <summary>The own key refused to sign.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Part">Which statement.</param>
    public sealed record SigningFailed(SettlementTime At, SettlementPart Part) : SettlementInput(At);

    /// <summary>A message was verified.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Part">The proof that it was.</param>
    public sealed record Verified(SettlementTime At, VerifiedPart Part) : SettlementInput(At);

    /// <summary>A message does not verify.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Message">The message.</param>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(SettlementTime At, PairMessage Message, SettlementFault Fault) : SettlementInput(At);

    /// <summary>The charger's meter was read.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Reading">The reading.</param>
    public sealed record MeterRead(SettlementTime At, MeterReading Reading) : SettlementInput(At);

    /// <summary>The vehicle measured.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Reading">The reading.</param>
    public sealed record Measured(SettlementTime At, VehicleReading Reading) : SettlementInput(At);

    /// <summary>A timer ran out.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Timer">The timer.</param>
    public sealed record Elapsed(SettlementTime At, SettlementTimer Timer) : SettlementInput(At);

    /// <summary>The user, the operator or the device wants the session to end.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Reason">Why.</param>
    public sealed record StopRequested(SettlementTime At, EndReason Reason) : SettlementInput(At);

    /// <summary>The device was online: its records are delivered and its lists of withdrawn credentials are current.</summary>
    /// <param name="At">When it happened.</param>
    public sealed record Synchronised(SettlementTime At) : SettlementInput(At);

    /// <summary>A session with a vehicle that does not pair has ended; its record joins the charger's history.</summary>
    /// <param name="At">When it happened.</param>
    /// <param name="Record">The record, with the charger's half as the next one of the device.</param>
    public sealed record Receipted(SettlementTime At, PairRecord Record) : SettlementInput(At);
}
