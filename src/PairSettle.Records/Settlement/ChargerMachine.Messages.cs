using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>What comes from the peer, from the key and from the verifier.</summary>
internal sealed partial class ChargerMachine
{
    private void Receive(ReadOnlyMemory<byte> octets)
    {
        if (!PairMessage.TryDecode(octets, out var message, out _))
        {
            Violate(SettlementFault.MessageMalformed);
            return;
        }

        if (message is PairMessage.Hello hello)
        {
            Greet(hello);
            return;
        }

        if (_state.Session?.Id != message.Session)
        {
            if (message is not PairMessage.Abort)
            {
                Send(new PairMessage.Abort(message.Session, (int)SettlementFault.SessionUnknown));
            }

            return;
        }

        switch (message)
        {
            case PairMessage.Acceptance acceptance:
                Consider(acceptance);
                break;
            case PairMessage.CheckpointAck ack:
                Consider(ack);
                break;
            case PairMessage.Stop stop:
                StopFor(stop.Reason);
                break;
            case PairMessage.HalfRecord half:
                Consider(half);
                break;
            case PairMessage.Abort when IsOpening:
                Abandon(SettlementFault.PeerAborted);
                break;
            case PairMessage.Abort when IsRunning:
                End(EndReason.PeerLost);
                break;
            case PairMessage.Offer or PairMessage.Checkpoint:
                Violate(SettlementFault.MessageUnexpected);
                break;
        }
    }

    // Before the agreement a breach ends the session; after it, it ends the delivery, and what was signed is settled.
    private void Violate(SettlementFault fault)
    {
        if (IsOpening)
        {
            Refuse(fault);
        }
        else if (IsRunning)
        {
            Send(new PairMessage.Abort(Session.Id, (int)fault));
            Dispute(fault == SettlementFault.Divergence ? EndReason.Divergence : EndReason.ProtocolViolation);
        }
        else if (Phase == ChargerPhase.Closing)
        {
            Session = Session with { IsDisputed = true };
            Close();
        }
    }

    private void StopFor(EndReason reason)
    {
        switch (Phase)
        {
            case ChargerPhase.Opening or ChargerPhase.Offering or ChargerPhase.Offered:
                Abandon(SettlementFault.PeerAborted);
                break;
            case ChargerPhase.Agreed or ChargerPhase.Delivering when reason is EndReason.Divergence or EndReason.ProtocolViolation:
                Dispute(reason);
                break;
            case ChargerPhase.Agreed or ChargerPhase.Delivering:
                // The reason is the charger's own statement in its half: it repeats only what a vehicle can know.
                End(reason is EndReason.Restart or EndReason.CapReached or EndReason.Fault or EndReason.PeerLost ? reason : EndReason.VehicleStopped);
                break;
            case ChargerPhase.Closing when reason is EndReason.Divergence or EndReason.ProtocolViolation:
                Session = Session with { IsDisputed = true };
                Close();
                break;
            case ChargerPhase.Settled:
                Send(Session.OwnHalf!);
                break;
            default:
                Resend();
                break;
        }
    }

    private void TakeSigned(SettlementPart part, ReadOnlyMemory<byte> encoded)
    {
        if (_state.Session?.Signing != part)
        {
            return;
        }

        switch (part)
        {
            case SettlementPart.Offer when SignedPart.TryParse<Offer>(encoded, out var offer, out _) && IsAwaited(offer.ContentHash):
                SendOffer(offer);
                break;
            case SettlementPart.Checkpoint when SignedCheckpoint.TryDecode(encoded, out var checkpoint, out _) && IsAwaited(checkpoint.Content.Hash):
                SendCheckpoint(checkpoint);
                break;
            case SettlementPart.HalfRecord when SignedPart.TryParse<HalfRecord>(encoded, out var half, out _) && IsAwaited(half.ContentHash):
                SendHalf(half);
                break;
        }
    }

    private bool IsAwaited(Digest content)
    {
        if (Session.SigningContent != content)
        {
            return false;
        }

        Session = Session with { Signing = null, SigningContent = default };
        return true;
    }

    // Without a signature nothing can be said. The journal keeps everything, and a later start of the device tries again.
    private void TakeUnsigned(SettlementPart part)
    {
        if (_state.Session?.Signing != part)
        {
            return;
        }

        Session = Session with { Signing = null, SigningContent = default };
        if (IsOpening)
        {
            Refuse(SettlementFault.OwnSideUnusable);
        }
        else if (IsRunning)
        {
            Dispute(EndReason.Fault);
        }
        else if (Phase is ChargerPhase.Closing or ChargerPhase.Recording)
        {
            Phase = ChargerPhase.Closing;
            Session = Session with { IsDisputed = true };
            Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
        }
    }

    private void TakeVerified(VerifiedPart part)
    {
        if (_state.Session?.Verifying is not { } awaited || !awaited.Equals(part.Message))
        {
            return;
        }

        Session = Session with { Verifying = null };
        switch (part)
        {
            case VerifiedHello hello when Phase == ChargerPhase.Opening:
                Open(hello);
                break;
            case VerifiedStatement { Message: PairMessage.Acceptance acceptance } when Phase == ChargerPhase.Offered:
                Agree(acceptance);
                break;
            case VerifiedStatement { Message: PairMessage.Acceptance acceptance } when Session.Acceptance is { } known
                && known.Signed.ContentHash != acceptance.Signed.ContentHash:
                Contradict(JournalEntryKind.Acceptance, known, acceptance);
                break;
            case VerifiedStatement { Message: PairMessage.CheckpointAck ack }:
                Acknowledge(ack);
                break;
            case VerifiedStatement { Message: PairMessage.HalfRecord half }:
                Match(half);
                break;
        }
    }

    private void TakeRefused(PairMessage message, SettlementFault fault)
    {
        if (_state.Session?.Verifying is { } awaited && awaited.Equals(message))
        {
            Session = Session with { Verifying = null };
            Violate(fault);
        }
    }

    /// <summary>The peer signed two statements for one step: both stay in the journal, and the first one counts.</summary>
    private void Contradict(JournalEntryKind kind, PairMessage first, PairMessage second)
    {
        if (Session.Contradiction is not null)
        {
            return;
        }

        var contradiction = new PeerContradiction(first.Kind, ExiBytes.Copy(first.ToDer()), ExiBytes.Copy(second.ToDer()));
        Session = Session with { Contradiction = contradiction };
        Persist(kind, second);
        Emit(new SettlementOutput.Accuse(contradiction));
        Violate(SettlementFault.Equivocation);
    }
}
