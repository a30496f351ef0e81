namespace PairSettle.Exi.Generator.Emission;

/// <summary>Gives out names that differ from each other and from what emitted code uses itself.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "reader", "writer", "value", "code", "substitute", "item", "element", "text", "limits", "error", "run", "ending", "bits",
    };

    public string Unique(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return Identifiers.Escape(name);
    }
}
