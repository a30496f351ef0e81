using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>
/// A non-terminal of a grammar with its productions: those of the first part of an event code, and those that share the
/// next code as an escape (EXI 1.0, 6.2). Rules of schemas never change once built; built-in rules learn.
/// </summary>
internal sealed class Rule
{
    private Production[] _first = [];
    private Production[] _second = [];
    private int _width;

    /// <summary>Whether productions are added while a stream is read or written, each with the code 0.</summary>
    public bool Learns { get; init; }

    /// <summary>The productions behind the escape.</summary>
    public Production[] Second
    {
        get => _second;
        set
        {
            _second = value;
            Measure();
        }
    }

    /// <summary>The rule where content that the schema does not declare leads, from among attributes; otherwise null.</summary>
    public Rule? Content { get; set; }

    /// <summary>Finds the first rule of an element of the type that xsi:nil says is empty.</summary>
    public Func<Rule>? Empty { get; set; }

    /// <summary>How often the term before the rule may occur, where it is counted.</summary>
    public Repetition? Repetition { get; init; }

    /// <summary>The rule while the term has occurred too rarely.</summary>
    public Rule? BelowMinimum { get; set; }

    /// <summary>The rule when the term has occurred as often as it may.</summary>
    public Rule? AtMaximum { get; set; }

    public int Count { get; private set; }

    public Production this[int code] => _first[Learns ? Count - 1 - code : code];

    /// <summary>Adds a production: with the next code, or where the rule learns with the code 0 before the others.</summary>
    public void Add(Production production)
    {
        if (Count == _first.Length)
        {
            Array.Resize(ref _first, Math.Max(4, Count * 2));
        }

        production.Index = Count;
        _first[Count++] = production;
        Measure();
    }

    public Production? Find(RuleEvent kind)
    {
        foreach (var production in _first.AsSpan(0, Count))
        {
            if (production.Event == kind)
            {
                return production;
            }
        }

        return null;
    }

    public Production? Find(RuleEvent kind, ExpandedName name)
    {
        // The latest that was learned has the shortest code.
        for (var i = 0; i < Count; i++)
        {
            var production = this[i];
            if (ReferenceEquals(production.Name, name) && production.Event == kind)
            {
                return production;
            }
        }

        return null;
    }

    /// <summary>Finds a production by the parts of its name.</summary>
    public Production? Find(RuleEvent kind, string uri, string localName)
    {
        for (var i = 0; i < Count; i++)
        {
            var production = this[i];
            if (production.Event == kind && production.Name is { } name && name.LocalName == localName && name.Uri == uri)
            {
                return production;
            }
        }

        return null;
    }

    public Production? Find(RuleEvent kind, int uriId)
    {
        foreach (var production in _first.AsSpan(0, Count))
        {
            if (production.Event == kind && production.UriId == uriId)
            {
                return production;
            }
        }

        return null;
    }

    /// <summary>The rule after an event, given how often the term before this one occurred.</summary>
    public static Rule? Follow(Production production, ref int occurrences)
    {
        var target = production.Target;
        if (target?.Repetition is not { } repetition)
        {
            return target;
        }

        occurrences = production.Repeats ? occurrences + 1 : 1;
        return occurrences < repetition.Minimum ? target.BelowMinimum ?? target
            : occurrences >= repetition.Maximum ? target.AtMaximum ?? target
            : target;
    }

    /// <summary>Reads an event code.</summary>
    public Production Read(BitSource source)
    {
        var start = source.BitOffset;
        var code = source.ReadNBit(_width);
        if (code < Count)
        {
            return this[code];
        }

        var options = Second;
        for (code -= Count; code == 0 && options.Length > 0;)
        {
            code = source.ReadNBit(CodeWidth.Of(options.Length));
            if (code >= options.Length)
            {
                break;
            }

            if (options[code].Third is not { } third)
            {
                return options[code];
            }

            (options, code) = (third, 0);
        }

        throw new ExiFaultException(ExiFault.UndefinedEventCode, start);
    }

    /// <summary>Writes the code of a production of the first part.</summary>
    public void Write(BitSink sink, Production production)
    {
        sink.WriteNBit(Learns ? Count - 1 - production.Index : production.Index, _width);
    }

    /// <summary>Writes the code of a production behind the escape.</summary>
    /// <returns>The production, or null where the rule has none.</returns>
    public Production? WriteSecond(BitSink sink, RuleEvent kind, ExpandedName? name = null)
    {
        for (var i = 0; i < Second.Length; i++)
        {
            var production = Second[i];
            var third = production.Third is null ? -1
                : Array.FindIndex(production.Third, member => member.Event == kind && (name is null || ReferenceEquals(member.Name, name)));
            if (production.Event != kind && third < 0)
            {
                continue;
            }

            sink.WriteNBit(Count, _width);
            sink.WriteNBit(i, CodeWidth.Of(Second.Length));
            if (third < 0)
            {
                return production;
            }

            sink.WriteNBit(third, CodeWidth.Of(production.Third!.Length));
            return production.Third[third];
        }

        return null;
    }

    private void Measure() => _width = CodeWidth.Of(Count + (_second.Length > 0 ? 1 : 0));
}
