using System.Text;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// The internal subset of a document type as parsers that report declarations hand it on: without white space between
/// declarations, but with a blank after each that is no comment and no processing instruction.
/// </summary>
internal static class InternalSubset
{
    public static string Normalize(string subset)
    {
        var normalized = new StringBuilder();
        for (var i = 0; i < subset.Length;)
        {
            if (char.IsWhiteSpace(subset[i]))
            {
                i++;
                continue;
            }

            var end = End(subset, i);
            normalized.Append(subset, i, end - i);
            if (!IsRemark(subset, i))
            {
                normalized.Append(' ');
            }

            i = end;
        }

        return normalized.ToString();
    }

    private static bool IsRemark(string subset, int start) =>
        subset.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal) || subset.AsSpan(start).StartsWith("<?", StringComparison.Ordinal);

    private static int End(string subset, int start)
    {
        var rest = subset.AsSpan(start);
        var closing = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : rest.StartsWith("<?", StringComparison.Ordinal) ? "?>" : ">";
        var quote = '\0';
        for (var i = start; i < subset.Length; i++)
        {
            if (closing.Length == 1 && quote == '\0' && subset[i] is '"' or '\'')
            {
                quote = subset[i];
            }
            else if (subset[i] == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && subset.AsSpan(i).StartsWith(closing, StringComparison.Ordinal))
            {
                return i + closing.Length;
            }
        }

        return subset.Length;
    }
}
