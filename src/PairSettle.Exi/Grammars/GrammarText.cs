using System.Text;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>Writes grammars as text, one line for each production, for tests and for people.</summary>
internal static class GrammarText
{
    /// <summary>The productions of a type: state, code in binary, event, state that follows.</summary>
    public static string Of(TypeGrammar grammar)
    {
        var text = new StringBuilder();
        foreach (var state in grammar.States)
        {
            Append(text, state, string.Empty, state.BelowMinimum, state.Repetition is { } few ? $" below {few.Minimum}" : string.Empty);
            Append(text, state, string.Empty, state.Productions, string.Empty);
            Append(text, state, string.Empty, state.AtMaximum, state.Repetition is { } many ? $" at {many.Maximum}" : string.Empty);
        }

        return text.ToString();
    }

    /// <summary>An event as the specification writes it.</summary>
    public static string Event(Production production) => production.Kind switch
    {
        EventKind.Attribute => $"AT({production.Name.LocalName})",
        EventKind.AttributeNamespace => $"AT({production.Name.Namespace}:*)",
        EventKind.AttributeAny => "AT(*)",
        EventKind.StartElementNamespace => $"SE({production.Name.Namespace}:*)",
        EventKind.StartElement => $"SE({production.Name.LocalName})",
        EventKind.StartElementAny => "SE(*)",
        EventKind.EndElement => "EE",
        EventKind.Characters => "CH",
        _ => "CH untyped",
    };

    /// <summary>A code of a width in binary digits; "-" for none.</summary>
    public static string Bits(int code, int width)
    {
        var digits = new char[width];
        for (var i = 0; i < width; i++)
        {
            digits[i] = (code >> (width - 1 - i) & 1) == 0 ? '0' : '1';
        }

        return width == 0 ? "-" : new string(digits);
    }

    private static void Append(StringBuilder text, GrammarState state, string indent, ProductionSet? productions, string condition)
    {
        if (productions is null)
        {
            return;
        }

        foreach (var production in productions.Productions)
        {
            text.Append(indent).Append(state.Index).Append(condition).Append(": ")
                .Append(Bits(production.Code, productions.Width)).Append(' ').Append(Event(production));
            if (production.Target >= 0)
            {
                text.Append(" -> ").Append(production.Target);
            }

            text.Append(production.IsAbstract ? " abstract\n" : "\n");
        }
    }
}
