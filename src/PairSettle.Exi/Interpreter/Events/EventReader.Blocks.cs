using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

/// <remarks>
/// Where values are reordered, the events of a block come first and then its values, those of each name together
/// (EXI 1.0, 9). A block is read as a whole and handed on event by event.
/// </remarks>
internal sealed partial class EventReader
{
    /// <summary>Values up to which a block is one stream, and a channel shares a stream with others (9.3).</summary>
    public const int FewValues = 100;

    private readonly List<ExiEvent> _block = [];
    private readonly List<(Datatype Datatype, NameEntry Name, string? Value)> _values = [];
    private readonly List<NameEntry> _channels = [];
    private int _next;

    private int Defer(Datatype datatype, NameEntry name)
    {
        if (name.Channel is not { Count: > 0 })
        {
            name.Channel ??= [];
            _channels.Add(name);
        }

        name.Channel.Add(_values.Count);
        _values.Add((datatype, name, null));
        return _values.Count;
    }

    private void ReadBlock()
    {
        _block.Clear();
        _values.Clear();
        _next = 0;
        _source = NextPart();
        do
        {
            if (_block.Count == _raw.Limits.MaxBlockEvents)
            {
                throw _source.Fault(ExiFault.BlockTooLarge);
            }

            _block.Add(ReadStructure());
        }
        while (_block[^1].Kind != RuleEvent.EndDocument && _values.Count < _state.Options.BlockSize);

        ReadChannels();
        foreach (var name in _channels)
        {
            name.Channel!.Clear();
        }

        _channels.Clear();
    }

    private void ReadChannels()
    {
        if (_values.Count <= FewValues)
        {
            _channels.ForEach(ReadChannel);
            return;
        }

        var small = _channels.FindAll(name => name.Channel!.Count <= FewValues);
        if (small.Count > 0)
        {
            _source = NextPart();
            small.ForEach(ReadChannel);
        }

        foreach (var name in _channels.Where(name => name.Channel!.Count > FewValues))
        {
            _source = NextPart();
            ReadChannel(name);
        }
    }

    private void ReadChannel(NameEntry name)
    {
        foreach (var index in name.Channel!)
        {
            var (datatype, _, _) = _values[index];
            _values[index] = (datatype, name, datatype.Read(_source, _state.Values, name));
        }
    }

    /// <summary>The next compressed part. One of no octets at all is left out by writers.</summary>
    private BitSource NextPart()
    {
        if (_state.Options.Alignment != ExiAlignment.Compression)
        {
            return _raw;
        }

        var start = _raw.BitOffset;
        return new BitSource(_raw.IsAtEnd ? default : Inflater.Inflate(_raw), _raw.Limits, start) { IsAligned = true };
    }
}
