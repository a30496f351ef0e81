using System.IO.Compression;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

/// <remarks>The values of a block follow its events, those of each name together (EXI 1.0, 9).</remarks>
internal sealed partial class EventWriter
{
    private readonly List<(Datatype Datatype, TypedValue Value)> _values = [];
    private readonly List<NameEntry> _channels = [];

    private void Defer(Datatype datatype, NameEntry name, in TypedValue value)
    {
        if (name.Channel is not { Count: > 0 })
        {
            name.Channel ??= [];
            _channels.Add(name);
        }

        name.Channel.Add(_values.Count);
        _values.Add((datatype, value));
        if (_values.Count == _state.Options.BlockSize)
        {
            WriteBlock();
        }
    }

    private void WriteBlock()
    {
        if (_values.Count <= EventReader.FewValues)
        {
            _channels.ForEach(WriteChannel);
            EndPart();
        }
        else
        {
            EndPart();
            var small = _channels.FindAll(name => name.Channel!.Count <= EventReader.FewValues);
            if (small.Count > 0)
            {
                small.ForEach(WriteChannel);
                EndPart();
            }

            foreach (var name in _channels.Where(name => name.Channel!.Count > EventReader.FewValues))
            {
                WriteChannel(name);
                EndPart();
            }
        }

        foreach (var name in _channels)
        {
            name.Channel!.Clear();
        }

        _channels.Clear();
        _values.Clear();
    }

    private void WriteChannel(NameEntry name)
    {
        foreach (var index in name.Channel!)
        {
            var (datatype, value) = _values[index];
            datatype.Write(_sink, _state.Values, name, value);
        }
    }

    /// <summary>Ends a compressed part. One of no octets at all is left out.</summary>
    private void EndPart()
    {
        if (_state.Options.Alignment == ExiAlignment.Compression && !_sink.IsEmpty)
        {
            using (var deflate = new DeflateStream(_stream, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(_sink.Octets);
            }

            _sink = NewPart();
        }
    }

    private static BitSink NewPart() => new() { IsAligned = true };
}
