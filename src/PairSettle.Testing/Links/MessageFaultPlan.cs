namespace PairSettle.Testing.Links;

/// <summary>Decides message by message what comes out of a faulty link.</summary>
internal sealed class MessageFaultPlan<T>(MessageFaults faults, Func<T, ReadOnlyMemory<byte>> payloadOf, Func<T, ReadOnlyMemory<byte>, T> withPayload)
{
    private readonly SplitMix64 _chance = new(faults.Seed);
    private readonly List<T> _swapped = [];
    private int _sent;

    /// <summary>Whether the link closes with the next message.</summary>
    public bool IsClosing => faults.CloseAfter is { } limit && _sent >= limit;

    /// <summary>How long the next message is under way.</summary>
    public TimeSpan NextDelay() =>
        faults.MaxDelay > TimeSpan.Zero ? faults.MaxDelay * (_chance.Below(1001) / 1000.0) : TimeSpan.Zero;

    /// <summary>What leaves the link when a message enters it: none, it or a damaged copy, twice, or together with an earlier one.</summary>
    public IReadOnlyList<T> Next(T message)
    {
        _sent++;
        List<T> leaving = [];
        if (!_chance.Chance(faults.DropPerMille))
        {
            var damaged = Damage(message);
            leaving.Add(damaged);
            if (_chance.Chance(faults.DuplicatePerMille))
            {
                leaving.Add(damaged);
            }
        }

        if (_swapped.Count > 0)
        {
            leaving.AddRange(_swapped);
            _swapped.Clear();
        }
        else if (_chance.Chance(faults.SwapPerMille))
        {
            _swapped.AddRange(leaving);
            leaving.Clear();
        }

        return leaving;
    }

    private T Damage(T message)
    {
        var payload = payloadOf(message);
        if (payload.Length > 1 && _chance.Chance(faults.TruncatePerMille))
        {
            payload = payload[..(1 + _chance.Below(payload.Length - 1))];
            message = withPayload(message, payload);
        }

        if (payload.Length > 0 && _chance.Chance(faults.CorruptPerMille))
        {
            var octets = payload.ToArray();
            octets[_chance.Below(octets.Length)] ^= (byte)(1 << _chance.Below(8));
            message = withPayload(message, octets);
        }

        return message;
    }
}
