using System.Text;

namespace PairSettle.Exi.Interpreter;

/// <summary>Text that may come in pieces and mostly comes in one, which then is the text.</summary>
internal struct TextBuffer
{
    private string? _only;
    private StringBuilder? _pieces;

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => string.IsNullOrEmpty(_only) && _pieces is not { Length: > 0 };

    public void Append(string? text)
    {
        if (IsEmpty)
        {
            _only = text;
            return;
        }

        _pieces ??= new StringBuilder();
        if (_pieces.Length == 0)
        {
            _pieces.Append(_only);
            _only = null;
        }

        _pieces.Append(text);
    }

    /// <summary>Takes the text out.</summary>
    public string Take()
    {
        var text = _only ?? _pieces?.ToString() ?? string.Empty;
        _only = null;
        _pieces?.Clear();
        return text;
    }
}
