using System.Buffers.Binary;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>Rebuilds a vehicle's state from its journal. What the device itself wrote is not verified again.</summary>
internal static class VehicleRecovery
{
    public static VehicleState Run(VehicleState state, IEnumerable<JournalEntry> entries)
    {
        VehicleSession? session = null;
        PairMessage.HalfRecord? former = null;
        PairMessage.Checkpoint? unanswered = null;
        var disclosures = new List<Disclosure>();
        var history = state.History;
        var published = false;
        foreach (var entry in entries)
        {
            PairMessage.TryDecode(entry.Content, out var message, out _);
            switch (entry.Kind, message)
            {
                case (JournalEntryKind.Start, _) when entry.Content.Length == 8:
                    history = history with { BootCounter = BinaryPrimitives.ReadInt64BigEndian(entry.Content.Span) };
                    break;
                case (JournalEntryKind.Online, _):
                    history = history.Online();
                    break;
                case (JournalEntryKind.Hello, PairMessage.Hello hello):
                    former = session?.OwnHalf ?? former;
                    session = new() { Hello = hello };
                    disclosures.Clear();
                    (published, unanswered) = (false, null);
                    break;
                case (JournalEntryKind.Disclosure, _) when Disclosure.TryDecode(entry.Content, out var disclosure, out _):
                    disclosures.Add(disclosure);
                    break;
                case (JournalEntryKind.Record, _):
                    published = true;
                    if (session?.PeerHalf is { } half)
                    {
                        history = history.Met(half.Signed.Content, half.Signed.ContentHash);
                    }

                    break;
                case (JournalEntryKind.Checkpoint, PairMessage.Checkpoint checkpoint):
                    unanswered = checkpoint;
                    break;
                case (JournalEntryKind.CheckpointAck, PairMessage.CheckpointAck ack) when session?.Acceptance is not null
                    && unanswered?.Signed.Content.Hash == ack.Signed.Content.Checkpoint:
                    session = Follow(session, unanswered, ack);
                    history = history.Saw(ack.Signed.Content.At.Instant);
                    break;
                case (_, not null) when session is not null:
                    (session, history) = Take(session, history, entry.Kind, message);
                    if (entry.Kind == JournalEntryKind.PeerHalf && session.OwnHalf is not null)
                    {
                        published = false;
                    }

                    break;
            }
        }

        if (session?.Acceptance is null)
        {
            return state with { History = history, FormerHalf = session?.OwnHalf ?? former };
        }

        session = session with
        {
            Disclosures = ExiList.Create<Disclosure>([.. disclosures]),
            Ending = EndReason.Restart,
            EndedAt = session.Last?.Ack.Signed.Content.At,
        };
        return state with
        {
            History = history,
            FormerHalf = former,
            Session = session,
            Phase = (session.OwnHalf, session.PeerHalf, published) switch
            {
                (null, null, _) => VehiclePhase.Closing,
                (null, not null, _) => VehiclePhase.Comparing,
                (_, null, true) => VehiclePhase.Unilateral,
                (_, not null, true) => VehiclePhase.Settled,
                _ => VehiclePhase.Recording,
            },
        };
    }

    private static (VehicleSession Session, DeviceHistory History) Take(
        VehicleSession session, DeviceHistory history, JournalEntryKind kind, PairMessage message)
    {
        switch (kind, message)
        {
            case (JournalEntryKind.Offer, PairMessage.Offer offer) when session.Offer is null:
                return (session with
                {
                    Offer = offer,
                    Charger = Certificate.TryParse(offer.Certificates[0].Memory, out var charger, out _) ? charger : null,
                    Tariff = SessionDeclarations.TariffOf(offer),
                    MeterKey = SessionDeclarations.MeterKeyOf(offer),
                }, history);
            case (JournalEntryKind.Acceptance, PairMessage.Acceptance acceptance) when session is { Acceptance: null, Offer: { } offer }:
                var agreement = new Agreement(offer.Signed.Content, acceptance.Signed.Content);
                return (
                    session with { Acceptance = acceptance, Agreement = agreement.Hash, Caps = agreement.Caps },
                    history.Saw(acceptance.Signed.Content.AcceptedAt.Instant));
            case (JournalEntryKind.OwnHalf, PairMessage.HalfRecord half):
                return (session with { OwnHalf = half }, history.After(half.Signed.Content, half.Signed.ContentHash));
            case (JournalEntryKind.PeerHalf, PairMessage.HalfRecord half) when session.PeerHalf is null:
                return (session with { PeerHalf = half }, history);
            default:
                // A second offer, checkpoint or half is the proof of a contradiction; the first one counts.
                return (session, history);
        }
    }

    private static VehicleSession Follow(VehicleSession session, PairMessage.Checkpoint checkpoint, PairMessage.CheckpointAck ack)
    {
        var content = checkpoint.Signed.Content;
        var usage = session.Usage ?? new UsageTracker(session.Tariff!, content.At.Instant - content.Elapsed);
        var seconds = (long)content.Elapsed.TotalSeconds;
        var kind = content.ImportWh > usage.ImportWh || content.ExportWh > usage.ExportWh || seconds == usage.Seconds || usage.Seconds == 0
            ? UsageKind.Charging
            : UsageKind.Parking;
        var power = (long)((Int128)(content.ImportWh - usage.ImportWh) * 3600 / Math.Max(1, seconds - usage.Seconds));
        return session with
        {
            Former = session.Last,
            Last = new(checkpoint, ack),
            StartedAt = session.StartedAt ?? ack.Signed.Content.At,
            Reading = new(ack.Signed.Content.ImportWh, ack.Signed.Content.ExportWh),
            Usage = usage.Advance(kind, content.Elapsed, content.ImportWh, content.ExportWh, power),
        };
    }
}
