using System.Text;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Writes indented C# with line feeds only, whatever the machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _atBlockStart = true;
    private bool _afterBlock;

    public void Line(string line = "")
    {
        if (line.Length == 0)
        {
            // No empty line at the start of a block, and no two in a row.
            if (!_atBlockStart)
            {
                _text.Append('\n');
                _atBlockStart = true;
            }

            return;
        }

        // A block is set off from what follows it, unless that belongs to it.
        if (_afterBlock && !_atBlockStart && !IsContinuation(line))
        {
            _text.Append('\n');
        }

        _afterBlock = false;
        _text.Append(' ', _indent * 4).Append(line).Append('\n');
        _atBlockStart = false;
    }

    public void Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    /// <summary>Writes a label one step to the left, as labels stand.</summary>
    public void Label(string name)
    {
        Line();
        _text.Append(' ', (_indent - 1) * 4).Append(name).Append(":\n");
        _atBlockStart = true;
        _afterBlock = false;
    }

    public void Open(string? header = null)
    {
        if (header is not null)
        {
            Line(header);
        }

        Line("{");
        _indent++;
        _atBlockStart = true;
    }

    public void Close(string suffix = "")
    {
        if (_atBlockStart && _text.Length > 1 && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }

        _indent--;
        _afterBlock = false;
        Line("}" + suffix);
        _afterBlock = suffix.Length == 0;
    }

    /// <summary>An if statement with one statement.</summary>
    public void If(string condition, string statement)
    {
        Open($"if ({condition})");
        Line(statement);
        Close();
    }

    private static bool IsContinuation(string line) =>
        line.StartsWith("else", StringComparison.Ordinal) || line.StartsWith("case ", StringComparison.Ordinal)
        || line.StartsWith("default:", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();
}
