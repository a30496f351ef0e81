namespace PairSettle.Exi.Schema.Xsd;

/// <summary>
/// Derives from regular expressions of XML Schema which characters their words are made of (EXI 1.0, appendix E). An
/// expression with a class that is not spelled out (a category, a block, <c>.</c>, <c>\d</c>, a negation) leaves all.
/// </summary>
internal sealed class PatternCharacters
{
    /// <summary>A set of more characters is not restricted.</summary>
    private const int MaxCharacters = 255;

    private readonly string _pattern;
    private int _position;
    private bool _isEverything;

    private PatternCharacters(string pattern) => _pattern = pattern;

    private bool IsAtEnd => _position >= _pattern.Length;

    /// <summary>The characters of the words of several expressions of one step of derivation; none where they are not restricted.</summary>
    public static EquatableArray<int> Of(IEnumerable<string> patterns)
    {
        var all = new SortedSet<int>();
        foreach (var pattern in patterns)
        {
            var parser = new PatternCharacters(pattern);
            all.UnionWith(parser.Alternatives());
            if (parser._isEverything || all.Count > MaxCharacters || all.Max > char.MaxValue)
            {
                return default;
            }
        }

        return all.ToEquatable();
    }

    private SortedSet<int> Alternatives()
    {
        var found = new SortedSet<int>();
        while (!IsAtEnd && _pattern[_position] != ')' && !_isEverything)
        {
            if (_pattern[_position] == '|')
            {
                _position++;
                continue;
            }

            var atom = Atom();
            if (!QuantifierIsZero())
            {
                found.UnionWith(atom);
            }
        }

        return found;
    }

    private IEnumerable<int> Atom()
    {
        switch (_pattern[_position])
        {
            case '(':
                _position++;
                var inner = Alternatives();
                _position++;
                return inner;
            case '[':
                _position++;
                return Class();
            case '.':
                _position++;
                return Everything();
            case '\\':
                return Escape();
            default:
                return [Character()];
        }
    }

    /// <summary>Skips a quantifier, and says whether it admits no occurrence at all.</summary>
    private bool QuantifierIsZero()
    {
        if (IsAtEnd)
        {
            return false;
        }

        switch (_pattern[_position])
        {
            case '?' or '*' or '+':
                _position++;
                return false;
            case '{':
                var end = _pattern.IndexOf('}', _position);
                end = end < 0 ? _pattern.Length - 1 : end;
                var bounds = _pattern[(_position + 1)..end].Split(',');
                _position = end + 1;
                return bounds[^1].Length > 0 && bounds[^1].All(digit => digit == '0');
            default:
                return false;
        }
    }

    private SortedSet<int> Class()
    {
        var found = new SortedSet<int>();
        if (!IsAtEnd && _pattern[_position] == '^')
        {
            _isEverything = true;
        }

        for (var isFirst = true; !IsAtEnd && _pattern[_position] != ']' && !_isEverything; isFirst = false)
        {
            if (_pattern[_position] == '-' && !isFirst && _position + 1 < _pattern.Length && _pattern[_position + 1] == '[')
            {
                _position += 2;
                found.ExceptWith(Class());
                continue;
            }

            found.UnionWith(RangeOrCharacter());
        }

        _position++;
        return found;
    }

    private IEnumerable<int> RangeOrCharacter()
    {
        var first = _pattern[_position] == '\\' ? Escape() : [Character()];
        if (_position + 1 >= _pattern.Length || _pattern[_position] != '-' || _pattern[_position + 1] is ']' or '[' || first is not [var low])
        {
            return first;
        }

        _position++;
        var last = _pattern[_position] == '\\' ? Escape() : [Character()];
        if (last is not [var high] || high < low)
        {
            return first.Concat(last);
        }

        return high - low > MaxCharacters ? Everything() : Enumerable.Range(low, high - low + 1);
    }

    private int[] Escape()
    {
        _position++;
        if (IsAtEnd)
        {
            return ['\\'];
        }

        var escaped = _pattern[_position++];
        return escaped switch
        {
            'n' => ['\n'],
            'r' => ['\r'],
            't' => ['\t'],
            's' => [' ', '\t', '\n', '\r'],
            'S' or 'i' or 'I' or 'c' or 'C' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P' => Everything(),
            _ => [escaped],
        };
    }

    private int Character()
    {
        var isPair = _position + 1 < _pattern.Length && char.IsSurrogatePair(_pattern, _position);
        var codePoint = isPair ? char.ConvertToUtf32(_pattern, _position) : _pattern[_position];
        _position += isPair ? 2 : 1;
        return codePoint;
    }

    private int[] Everything()
    {
        _isEverything = true;
        return [];
    }
}
