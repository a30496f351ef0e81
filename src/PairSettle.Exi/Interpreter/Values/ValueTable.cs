using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>
/// The values of one stream, each in a global partition and in that of its name (EXI 1.0, 7.3.3). With a bounded capacity
/// the oldest value gives way to the newest.
/// </summary>
internal sealed class ValueTable(int? maxLength, int? capacity, bool writesHits)
{
    private readonly List<Slot> _global = [];
    private readonly Dictionary<string, Slot>? _written = writesHits ? new(StringComparer.Ordinal) : null;
    private int _oldest;

    public string Read(BitSource source, NameEntry name, CharacterSet? characters = null)
    {
        var start = source.BitOffset;
        var code = source.ReadLength(source.Limits.MaxStringLength + 2, ExiFault.StringTooLong);
        if (code >= 2)
        {
            var value = Text.Read(source, code - 2, characters);
            if (_global.Count >= source.Limits.MaxTableEntries)
            {
                throw new ExiFaultException(ExiFault.TableTooLarge, start);
            }

            _ = TryAdd(name, value, code - 2, out _);
            return value;
        }

        var count = code == 0 ? name.Values?.Count ?? 0 : _global.Count;
        var id = source.ReadNBit(CodeWidth.Of(count));
        return (id >= count ? null : code == 0 ? name.Values![id] : _global[id].Value)
            ?? throw new ExiFaultException(ExiFault.UndefinedStringIdentifier, start);
    }

    public void Write(BitSink sink, NameEntry name, string value, CharacterSet? characters = null)
    {
        if (_written is not null && _written.TryGetValue(value, out var known))
        {
            var isLocal = ReferenceEquals(known.Name, name);
            sink.WriteUnsigned(isLocal ? 0 : 1);
            sink.WriteNBit(isLocal ? known.LocalId : known.GlobalId, CodeWidth.Of(isLocal ? name.Values!.Count : _global.Count));
            return;
        }

        Text.Write(sink, value, 2, characters);
        if (_written is not null && TryAdd(name, value, Text.Length(value), out var slot))
        {
            _written[value] = slot;
        }
    }

    private bool TryAdd(NameEntry name, string value, int length, out Slot slot)
    {
        slot = default;
        if (length == 0 || length > maxLength || capacity == 0)
        {
            return false;
        }

        var locals = name.Values ??= [];
        slot = new Slot(value, name, locals.Count, capacity is { } bound && _global.Count >= bound ? _oldest : _global.Count);
        locals.Add(value);
        if (slot.GlobalId == _global.Count)
        {
            _global.Add(slot);
        }
        else
        {
            var former = _global[_oldest];
            former.Name.Values![former.LocalId] = null;
            _written?.Remove(former.Value);
            _global[_oldest] = slot;
        }

        _oldest = capacity is { } size ? (slot.GlobalId + 1) % size : 0;
        return true;
    }

    private readonly record struct Slot(string Value, NameEntry Name, int LocalId, int GlobalId);
}
