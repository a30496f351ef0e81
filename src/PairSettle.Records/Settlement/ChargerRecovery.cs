using System.Buffers.Binary;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>Rebuilds a charger's state from its journal. What the device itself wrote is not verified again.</summary>
internal static class ChargerRecovery
{
    public static ChargerState Run(ChargerState state, IEnumerable<JournalEntry> entries)
    {
        ChargerSession? session = null;
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
                    session = new() { Hello = hello };
                    disclosures.Clear();
                    published = false;
                    break;
                case (JournalEntryKind.Disclosure, _) when Disclosure.TryDecode(entry.Content, out var disclosure, out _):
                    disclosures.Add(disclosure);
                    break;
                case (JournalEntryKind.Record, _):
                    published = true;
                    break;
                case (JournalEntryKind.OwnHalf, PairMessage.HalfRecord half) when session?.Id != half.Session:
                    // The half of a session with a vehicle that does not pair.
                    (session, history) = (null, history.After(half.Signed.Content, half.Signed.ContentHash));
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

        // An offer that nobody accepted was void with the restart: the connection that it was bound to is gone.
        if (session?.Acceptance is null)
        {
            return state with { History = history };
        }

        session = session with { Disclosures = ExiList.Create<Disclosure>([.. disclosures]), Ending = EndReason.Restart };
        return state with
        {
            History = history,
            Session = session,
            Phase = (session.OwnHalf, session.PeerHalf, published) switch
            {
                (null, _, _) => ChargerPhase.Closing,
                (_, null, true) => ChargerPhase.Unilateral,
                (_, not null, true) => ChargerPhase.Settled,
                _ => ChargerPhase.Exchanging,
            },
        };
    }

    private static (ChargerSession Session, DeviceHistory History) Take(
        ChargerSession session, DeviceHistory history, JournalEntryKind kind, PairMessage message)
    {
        switch (kind, message)
        {
            case (JournalEntryKind.Offer, PairMessage.Offer offer):
                return (session with
                {
                    Offer = offer,
                    Vehicle = Certificate.TryParse(session.Hello.Content.ContractChain[0].Memory, out var vehicle, out _) ? vehicle : null,
                    Tariff = SessionDeclarations.TariffOf(offer),
                    MeterKey = SessionDeclarations.MeterKeyOf(offer),
                }, history.Saw(offer.Signed.Content.OfferedAt.Instant));
            case (JournalEntryKind.Acceptance, PairMessage.Acceptance acceptance) when session is { Acceptance: null, Offer: { } offer }:
                var agreement = new Agreement(offer.Signed.Content, acceptance.Signed.Content);
                return (session with { Acceptance = acceptance, Agreement = agreement.Hash, Caps = agreement.Caps }, history);
            case (JournalEntryKind.Checkpoint, PairMessage.Checkpoint checkpoint) when session is { Acceptance: not null, Tariff: not null }:
                return (Deliver(session, checkpoint), history.Saw(checkpoint.Signed.Content.At.Instant));
            case (JournalEntryKind.CheckpointAck, PairMessage.CheckpointAck ack)
                when session.LastCheckpoint?.Signed.Content.Hash == ack.Signed.Content.Checkpoint && session.HasUnacknowledgedCheckpoint:
                return (session with { AckedCheckpoint = session.LastCheckpoint, LastAck = ack }, history);
            case (JournalEntryKind.OwnHalf, PairMessage.HalfRecord half):
                return (session with { OwnHalf = half }, history.After(half.Signed.Content, half.Signed.ContentHash));
            case (JournalEntryKind.PeerHalf, PairMessage.HalfRecord half) when session.PeerHalf is null:
                return (session with { PeerHalf = half }, history.Met(half.Signed.Content, half.Signed.ContentHash));
            default:
                // A second acceptance, acknowledgement or half is the proof of a contradiction; the first one counts.
                return (session, history);
        }
    }

    // The samples between the checkpoints are gone with the memory: the periods follow from what was signed.
    private static ChargerSession Deliver(ChargerSession session, PairMessage.Checkpoint message)
    {
        var content = message.Signed.Content;
        var usage = session.Usage ?? new UsageTracker(session.Tariff!, content.At.Instant - content.Elapsed);
        var seconds = Math.Max(1, (long)content.Elapsed.TotalSeconds - usage.Seconds);
        var power = (long)((Int128)(content.ImportWh - usage.ImportWh) * 3600 / seconds);
        usage = usage.Advance(UsageKind.Charging, content.Elapsed, content.ImportWh, content.ExportWh, power);
        return session with
        {
            StartedAt = session.StartedAt ?? new(content.At.Instant - content.Elapsed, content.At.Quality),
            Usage = usage,
            Cost = CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out _) ? cost.Total : content.Cost,
            LastCheckpoint = message,
        };
    }
}
