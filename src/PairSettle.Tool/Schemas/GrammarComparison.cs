namespace PairSettle.Tool.Schemas;

/// <summary>Holds two grammar listings against each other, section by section, so that one difference does not hide the next.</summary>
internal sealed record GrammarComparison(int Sections, int Productions, IReadOnlyList<string> Differences)
{
    private const int MostDifferences = 50;

    /// <summary>Whether every production is the same.</summary>
    public bool AreEqual => Differences.Count == 0;

    /// <summary>Compares the grammars of types with those of a schema document.</summary>
    public static GrammarComparison Of(IReadOnlyList<string> types, IReadOnlyList<string> document)
    {
        var (ours, theirs) = (Sectioned(types), Sectioned(document));
        var differences = new List<string>();
        foreach (var title in theirs.Keys.Union(ours.Keys))
        {
            if (!ours.TryGetValue(title, out var left))
            {
                differences.Add($"{title}: only in the schema document");
            }
            else if (!theirs.TryGetValue(title, out var right))
            {
                differences.Add($"{title}: only in the types");
            }
            else if (Enumerable.Range(0, Math.Max(left.Count, right.Count)).FirstOrDefault(i => At(left, i) != At(right, i), -1) is var line and >= 0)
            {
                differences.Add($"{title}: expected '{At(right, line) ?? "the end"}', found '{At(left, line) ?? "the end"}'");
            }
        }

        return new(theirs.Count, document.Count - theirs.Count, differences.Take(MostDifferences).ToList());
    }

    private static string? At(List<string> lines, int index) => index < lines.Count ? lines[index] : null;

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
}
