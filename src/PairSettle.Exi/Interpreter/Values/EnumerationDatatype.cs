using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Enumerations (EXI 1.0, 7.2): the position of the value. Values are compared, not literals.</summary>
internal sealed class EnumerationDatatype : Datatype
{
    private readonly string[] _literals;
    private readonly Datatype _values;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly TypedValue[]? _parsed;
    private readonly int _width;

    public EnumerationDatatype(IReadOnlyList<string> literals, Datatype? values)
    {
        _literals = [.. literals];
        _values = values ?? StringDatatype.Untyped;
        _width = CodeWidth.Of(literals.Count);
        for (var i = 0; i < _literals.Length; i++)
        {
            _ = _positions.TryAdd(_literals[i], i);
        }

        if (values is not null)
        {
            _parsed = Array.ConvertAll(_literals, literal => values.TryParse(literal, out var value) ? value : default);
        }
    }

    public override Datatype Lexical => _values.Lexical;

    public override bool TryParse(string literal, out TypedValue value)
    {
        value = default;
        if (!_positions.TryGetValue(literal, out var position))
        {
            position = _parsed is not null && _values.TryParse(literal, out var parsed) ? Array.FindIndex(_parsed, known => Same(known, parsed)) : -1;
        }

        value = new TypedValue(position);
        return position >= 0;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value) => sink.WriteNBit((int)value.Number, _width);

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var position = source.ReadNBit(_width);
        return position < _literals.Length ? _literals[position] : throw new ExiFaultException(ExiFault.UndefinedEnumerationValue, start);
    }

    private static bool Same(in TypedValue left, in TypedValue right) => (left.Content, right.Content) switch
    {
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        _ => left == right,
    };
}
