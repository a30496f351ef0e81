using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Codecs;

/// <summary>
/// One state of a built-in element grammar. What has come once receives a short code, the newest the shortest number
/// (EXI 1.0, 8.4.3).
/// </summary>
/// <param name="isStart">Whether no content has come yet.</param>
internal sealed class LearnedState(bool isStart)
{
    // Before content EE, AT(*), SE(*) and CH stand behind the escape, afterwards SE(*) and CH, and EE has a code from the beginning.
    private readonly LearnedEvent _firstBehindEscape = isStart ? LearnedEvent.EndElement : LearnedEvent.StartElement;
    private readonly int _escapeWidth = isStart ? 2 : 1;
    private readonly int _given = isStart ? 0 : 1;

    // The newest production is the last here, and has the code 0.
    private List<(LearnedEvent Event, AnyName? Name)>? _learned;

    private int Count => _given + (_learned?.Count ?? 0);

    private int Width => CodeWidth.Of(Count + 1);

    /// <summary>Reads an event, and with it the name of an element or attribute that comes for the first time here.</summary>
    public bool TryRead(ref ExiReader reader, NameTable names, out LearnedEvent found, out AnyName? name)
    {
        (found, name) = (default, null);
        var count = Count;
        var code = reader.ReadEventCode(Width, count + 1);
        if (code < 0)
        {
            return false;
        }

        if (code < count)
        {
            (found, name) = code < count - _given ? _learned![^(code + 1)] : (LearnedEvent.EndElement, null);
            return true;
        }

        found = _firstBehindEscape + reader.ReadEventCode(_escapeWidth, 1 << _escapeWidth);
        if (reader.Failed || (found is LearnedEvent.Attribute or LearnedEvent.StartElement && !names.TryRead(ref reader, out name)))
        {
            return false;
        }

        if (CodeOf(found, name) >= 0)
        {
            return reader.Fail(ExiFault.RedundantForm);
        }

        (_learned ??= []).Add((found, name));
        return true;
    }

    /// <summary>Writes an event with the shortest code that it has.</summary>
    public bool Write(ref ExiWriter writer, NameTable names, LearnedEvent @event, AnyName? name)
    {
        var code = CodeOf(@event, name);
        if (code >= 0)
        {
            writer.WriteBits((uint)code, Width);
            return true;
        }

        writer.WriteBits((uint)Count, Width);
        writer.WriteBits((uint)(@event - _firstBehindEscape), _escapeWidth);
        if (name is not null && !names.Write(ref writer, name))
        {
            return false;
        }

        (_learned ??= []).Add((@event, name));
        return true;
    }

    private int CodeOf(LearnedEvent @event, AnyName? name)
    {
        var learned = _learned?.Count ?? 0;
        var index = _learned?.IndexOf((@event, name)) ?? -1;
        return index >= 0 ? learned - 1 - index : _given == 1 && @event == LearnedEvent.EndElement ? learned : -1;
    }
}
