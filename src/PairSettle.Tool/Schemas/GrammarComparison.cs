using System.Text.RegularExpressions;

namespace PairSettle.Tool.Schemas;

/// <summary>
/// Holds two grammar listings against each other. Walking from the documents and fragments through both at once, it pairs
/// the types that stand at the same place; what they are called makes no difference to EXI. One difference does not
/// hide the next.
/// </summary>
internal sealed partial record GrammarComparison(int Grammars, int Productions, IReadOnlyList<string> Differences)
{
    private const int MostDifferences = 50;

    /// <summary>Whether every production is the same.</summary>
    public bool AreEqual => Differences.Count == 0;

    /// <summary>Compares the grammars of types with those of a schema document.</summary>
    public static GrammarComparison Of(IReadOnlyList<string> types, IReadOnlyList<string> document)
    {
        var (ours, theirs) = (Sectioned(types), Sectioned(document));
        var differences = new List<string>();
        var pending = new Queue<(string Ours, string Theirs)>(theirs.Keys.Where(title => !TypeName().IsMatch(title)).Select(title => (title, title)));
        var paired = new HashSet<(string, string)>(pending);
        while (pending.TryDequeue(out var pair))
        {
            var (left, right) = (ours[pair.Ours], theirs[pair.Theirs]);
            for (var line = 0; line < Math.Max(left.Count, right.Count); line++)
            {
                var (found, expected) = (At(left, line), At(right, line));
                if (TypeName().Replace(found, "type") != TypeName().Replace(expected, "type"))
                {
                    differences.Add($"{pair.Theirs}: expected '{expected}', found '{found}'");
                    break;
                }

                foreach (var next in TypeName().Matches(found).Zip(TypeName().Matches(expected), (own, other) => (own.Value, other.Value)).Where(paired.Add))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return new(theirs.Count, document.Count - theirs.Count, differences.Take(MostDifferences).ToList());
    }

    private static string At(List<string> lines, int index) => index < lines.Count ? lines[index] : "the end";

    private static Dictionary<string, List<string>> Sectioned(IReadOnlyList<string> listing)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> section = [];
        foreach (var line in listing)
        {
            if (line.StartsWith(' '))
            {
                section.Add(line.Trim());
            }
            else
            {
                sections.Add(line, section = []);
            }
        }

        return sections;
    }

    [GeneratedRegex(@"\btype \S+( #\d+)?")]
    private static partial Regex TypeName();
}
