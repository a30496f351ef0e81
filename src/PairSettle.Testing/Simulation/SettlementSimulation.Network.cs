using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Testing.Simulation;

// What becomes of messages on their way.
public sealed partial class SettlementSimulation
{
    private void Send(SimulatedDevice device, SettlementOutput.Send send)
    {
        Record(device, send);
        device.MessageCount++;
        var connection = _connection;
        if (_linked)
        {
            IEnumerable<ReadOnlyMemory<byte>> arriving = _options.OnMessage?.Invoke(device.Role, send.Message.Memory) ?? [send.Message.Memory];
            foreach (var message in arriving.ToArray())
            {
                for (var copies = Copies(); copies > 0; copies--)
                {
                    Deliver(device.Role, message, connection);
                }
            }
        }

        if (_options.VanishAfter is { } vanish && vanish.Role == device.Role && device.MessageCount == vanish.Messages)
        {
            device.HasVanished = true;
            device.Crash();
            At(TimeSpan.FromSeconds(1), () => Break(_options.Horizon));
        }
    }

    private int Copies()
    {
        if (!Faulty)
        {
            return 1;
        }

        return _chance.Chance(_options.DropPerMille) ? 0 : _chance.Chance(_options.DuplicatePerMille) ? 2 : 1;
    }

    private void Deliver(PartyRole sender, ReadOnlyMemory<byte> message, int connection)
    {
        var receiver = _devices[sender == PartyRole.Charger ? PartyRole.Vehicle : PartyRole.Charger];
        var delay = Faulty ? _options.MaxDelay * (_chance.Below(1000) / 1000.0) : TimeSpan.FromMilliseconds(20);
        At(delay, () =>
        {
            if (connection == _connection && receiver.IsUp)
            {
                Feed(receiver, new SettlementInput.Received(receiver.TimeAt(_now), message));
            }
        });
    }

    /// <summary>S3 across crashes: whatever a device signed for one step and let out, it never signs differently.</summary>
    private void Record(SimulatedDevice device, SettlementOutput.Send send)
    {
        if (!PairMessage.TryDecode(send.Message.Memory, out var message, out var error))
        {
            throw new SimulationFailedException(_options.Seed, "format", $"{device.Role} sent bytes that are no message: {error}");
        }

        (string Step, Digest Content)? statement = message switch
        {
            PairMessage.Offer part => ($"offer {part.Session}", part.Signed.ContentHash),
            PairMessage.Acceptance part => ($"acceptance {part.Signed.Content.Offer}", part.Signed.ContentHash),
            PairMessage.Checkpoint part => ($"checkpoint {part.Signed.Content.Agreement} {part.Signed.Content.Sequence}", part.Signed.Content.Hash),
            PairMessage.CheckpointAck part => ($"ack {part.Signed.Content.Agreement} {part.Signed.Content.Sequence}", part.Signed.Content.Hash),
            PairMessage.HalfRecord part => ($"half {part.Signed.Content.Agreement}", part.Signed.ContentHash),
            _ => null,
        };
        if (statement is { } known && !_statements.TryAdd((device.Role, known.Step), known.Content)
            && _statements[(device.Role, known.Step)] != known.Content)
        {
            throw new SimulationFailedException(_options.Seed, "S3", $"{device.Role} signed twice for {known.Step}");
        }
    }

    private ExiBytes Octets(int count)
    {
        var octets = new byte[count];
        for (var i = 0; i < count; i++)
        {
            octets[i] = (byte)_chance.Below(256);
        }

        return ExiBytes.Copy(octets);
    }
}
