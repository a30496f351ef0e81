using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>
/// Everything that a settlement machine asks of its host. The order counts: an entry is on the medium before the host goes on to
/// send what depends on it.
/// </summary>
public abstract record SettlementOutput
{
    private SettlementOutput()
    {
    }

    /// <summary>Make an entry durable.</summary>
    /// <param name="Entry">The entry.</param>
    public sealed record Persist(JournalEntry Entry) : SettlementOutput;

    /// <summary>Send octets to the peer; where there is no link they are dropped.</summary>
    /// <param name="Kind">The kind of message, for people.</param>
    /// <param name="Message">The octets.</param>
    public sealed record Send(PairMessageKind Kind, ExiBytes Message) : SettlementOutput;

    /// <summary>Sign a statement with the own key.</summary>
    /// <param name="Part">Which statement.</param>
    /// <param name="Content">Its DER encoding.</param>
    public sealed record Sign(SettlementPart Part, ExiBytes Content) : SettlementOutput;

    /// <summary>Verify a message with <see cref="PairVerifier"/>.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Basis">What is known already and what the message is verified against.</param>
    public sealed record Verify(PairMessage Message, VerificationBasis Basis) : SettlementOutput;

    /// <summary>Draw random octets.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Draw(int Count) : SettlementOutput;

    /// <summary>Start a timer, or start it anew.</summary>
    /// <param name="Timer">The timer.</param>
    /// <param name="Due">After how long it runs out.</param>
    public sealed record ArmTimer(SettlementTimer Timer, TimeSpan Due) : SettlementOutput;

    /// <summary>Stop a timer.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record CancelTimer(SettlementTimer Timer) : SettlementOutput;

    /// <summary>Power may flow, within the limits.</summary>
    /// <param name="Agreement">The identity of the session.</param>
    /// <param name="Caps">The limits that both signed.</param>
    public sealed record PermitPower(Digest Agreement, Caps Caps) : SettlementOutput;

    /// <summary>Power must stop: open the contactor, or cease to draw, and then give a reading with power off.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record WithdrawPower(EndReason Reason) : SettlementOutput;

    /// <summary>Where the session stands.</summary>
    /// <param name="Progress">Energy, cost and checkpoints.</param>
    public sealed record Report(SettlementProgress Progress) : SettlementOutput;

    /// <summary>The peer contradicted itself; both statements are in the journal.</summary>
    /// <param name="Contradiction">The two signed statements.</param>
    public sealed record Accuse(PeerContradiction Contradiction) : SettlementOutput;

    /// <summary>The session has a record.</summary>
    /// <param name="Settled">The record and how it came to be.</param>
    public sealed record Publish(SettledSession Settled) : SettlementOutput;

    /// <summary>The session ended without a record.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Abandon(SettlementFault Fault) : SettlementOutput;
}
