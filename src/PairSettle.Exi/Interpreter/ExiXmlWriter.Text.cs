using System.Text;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter;

public sealed partial class ExiXmlWriter
{
    /// <summary>Writes the text that was gathered, if any; what comes next decides whether white space counts.</summary>
    private void FlushText(RuleEvent next)
    {
        if (_text.IsEmpty)
        {
            return;
        }

        var text = _text.Take();
        if (!_options.Preserves(ExiPreserve.LexicalValues) && !_preservesSpace.Peek())
        {
            text = _events.State.Top.Rule.Find(RuleEvent.Characters)?.Datatype.WhiteSpace switch
            {
                WhiteSpaceRule.Preserve => text,
                WhiteSpaceRule.Replace => Replace(text),
                WhiteSpaceRule.Collapse => Collapse(text),

                // Text without a type: all of it is kept where it is all that an element has; between tags white space is dropped.
                _ => IsWhiteSpace(text) && !(_followsTag && next is not RuleEvent.StartElement) ? string.Empty : text,
            };
        }

        if (text.Length > 0 && !_events.TryCharacters(text) && !IsWhiteSpace(text))
        {
            throw _events.Unencodable();
        }
    }

    private static bool IsWhiteSpace(string text) => text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0;

    private static string Replace(string text) => text.AsSpan().IndexOfAny("\t\r\n") < 0 ? text : text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');

    private static string Collapse(string text)
    {
        if (!NeedsCollapsing(text))
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var isBlank = character is ' ' or '\t' or '\r' or '\n';
            if (!isBlank)
            {
                collapsed.Append(character);
            }
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString().TrimEnd(' ');
    }

    private static bool NeedsCollapsing(string text) => text.Length > 0
        && (text.AsSpan().IndexOfAny("\t\r\n") >= 0 || text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal));
}
