using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>What comes from the peer, from the key and from the verifier.</summary>
internal sealed partial class VehicleMachine
{
    private void Receive(ReadOnlyMemory<byte> octets)
    {
        if (!PairMessage.TryDecode(octets, out var message, out _))
        {
            Violate(SettlementFault.MessageMalformed);
            return;
        }

        if (_state.Session?.Hello is null || Session.Id != message.Session)
        {
            if (message is PairMessage.HalfRecord && _state.FormerHalf is { } former && former.Session == message.Session)
            {
                Send(former with { AnswerWanted = false });
            }
            else if (message is not (PairMessage.Abort or PairMessage.Hello))
            {
                Send(new PairMessage.Abort(message.Session, (int)SettlementFault.SessionUnknown));
            }

            return;
        }

        switch (message)
        {
            case PairMessage.Offer offer:
                Consider(offer);
                break;
            case PairMessage.Checkpoint checkpoint:
                Consider(checkpoint);
                break;
            case PairMessage.HalfRecord half:
                Consider(half);
                break;
            case PairMessage.Abort abort:
                Heed((SettlementFault)abort.Code);
                break;
            default:
                Violate(SettlementFault.MessageUnexpected);
                break;
        }
    }

    private void Heed(SettlementFault fault)
    {
        switch (Phase)
        {
            case VehiclePhase.Greeted or VehiclePhase.Considering or VehiclePhase.Accepting:
                Abandon(SettlementFault.PeerAborted);
                break;
            case VehiclePhase.Accepted or VehiclePhase.Drawing:
                End(EndReason.PeerLost);
                if (fault == SettlementFault.SessionUnknown)
                {
                    GiveUp();
                }

                break;
            case VehiclePhase.Closing when fault == SettlementFault.SessionUnknown:
                GiveUp();
                break;
            case VehiclePhase.Unilateral when fault == SettlementFault.SessionUnknown:
                // Another charger, or one that has forgotten: the record stays as it is, and each link brings one new session at most.
                Cancel(SettlementTimer.Resend);
                if (_state.MayBegin)
                {
                    Begin();
                }

                break;
        }
    }

    // Before the acceptance a breach ends the session; after it, it ends the delivery, and what was signed is settled.
    private void Violate(SettlementFault fault)
    {
        if (IsOpening)
        {
            Refuse(fault);
        }
        else if (IsRunning)
        {
            Session = Session with { IsDisputed = true };
            End(fault == SettlementFault.Divergence ? EndReason.Divergence : EndReason.ProtocolViolation);
        }
        else if (Phase == VehiclePhase.Closing)
        {
            Session = Session with
            {
                IsDisputed = true,
                Ending = fault == SettlementFault.Divergence ? EndReason.Divergence : EndReason.ProtocolViolation,
            };
            Resend();
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
            case SettlementPart.Acceptance when SignedPart.TryParse<Acceptance>(encoded, out var acceptance, out _)
                && IsAwaited(acceptance.ContentHash):
                SendAcceptance(acceptance);
                break;
            case SettlementPart.CheckpointAck when SignedCheckpointAck.TryDecode(encoded, out var ack, out _) && IsAwaited(ack.Content.Hash):
                SendAck(ack);
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

        Session = Session with { Signing = null, SigningContent = default, Answering = null };
        if (IsOpening)
        {
            Refuse(SettlementFault.OwnSideUnusable);
        }
        else if (IsRunning)
        {
            End(EndReason.Fault);
        }
        else if (Phase == VehiclePhase.Recording)
        {
            Phase = Session.PeerHalf is null ? VehiclePhase.Closing : VehiclePhase.Comparing;
            Arm(Session.PeerHalf is null ? SettlementTimer.PeerLost : SettlementTimer.FinalReading, Options.Timers.PeerLost);
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
            case VerifiedOffer offer when Phase == VehiclePhase.Considering:
                Accept(offer);
                break;
            case VerifiedStatement { Message: PairMessage.Offer offer } when Session.Offer is { } known
                && known.Signed.ContentHash != offer.Signed.ContentHash:
                Contradict(JournalEntryKind.Offer, known, offer);
                break;
            case VerifiedStatement { Message: PairMessage.Checkpoint checkpoint }:
                Judge(checkpoint);
                break;
            case VerifiedStatement { Message: PairMessage.HalfRecord half }:
                Compare(half);
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
