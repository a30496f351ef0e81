using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Codecs;

/// <summary>One state of a built-in element grammar.</summary>
internal sealed class LearnedState
{
    // Before content EE, AT(*), SE(*) and CH stand behind the escape, afterwards SE(*) and CH.
    private readonly LearnedEvent _firstBehindEscape;
    private readonly int _escapeWidth;

    // The newest production is the last here, and has the code 0.
    private readonly List<(LearnedEvent Event, AnyName? Name)> _productions = [];

    public LearnedState(bool isStart)
    {
        (_firstBehindEscape, _escapeWidth) = isStart ? (LearnedEvent.EndElement, 2) : (LearnedEvent.StartElement, 1);
        if (!isStart)
        {
            _productions.Add((LearnedEvent.EndElement, null));
        }
    }

    private int Width => CodeWidth.Of(_productions.Count + 1);

    /// <summary>Reads an event, and with it the name of an element or attribute that comes for the first time here.</summary>
    public bool TryRead(ref ExiReader reader, NameTable names, out LearnedEvent found, out AnyName? name)
    {
        (found, name) = (default, null);
        var count = _productions.Count;
        var code = reader.ReadEventCode(Width, count + 1);
        if (code < 0)
        {
            return false;
        }

        if (code < count)
        {
            (found, name) = _productions[count - 1 - code];
            return true;
        }

        found = _firstBehindEscape + reader.ReadEventCode(_escapeWidth, 1 << _escapeWidth);
        if (reader.Failed || (found is LearnedEvent.Attribute or LearnedEvent.StartElement && !names.TryRead(ref reader, out name)))
        {
            return false;
        }

        if (_productions.Contains((found, name)))
        {
            return reader.Fail(ExiFault.RedundantForm);
        }

        _productions.Add((found, name));
        return true;
    }

    /// <summary>Writes an event with the shortest code that it has.</summary>
    public bool Write(ref ExiWriter writer, NameTable names, LearnedEvent @event, AnyName? name)
    {
        var index = _productions.IndexOf((@event, name));
        if (index >= 0)
        {
            writer.WriteBits((uint)(_productions.Count - 1 - index), Width);
            return true;
        }

        writer.WriteBits((uint)_productions.Count, Width);
        writer.WriteBits((uint)(@event - _firstBehindEscape), _escapeWidth);
        if (name is not null && !names.Write(ref writer, name.Name))
        {
            return false;
        }

        _productions.Add((@event, name));
        return true;
    }
}
