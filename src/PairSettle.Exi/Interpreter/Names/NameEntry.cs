using PairSettle.Exi.Interpreter.Rules;

namespace PairSettle.Exi.Interpreter.Names;

/// <summary>What one stream knows of a name: its partition of values and the grammar that it learned for it.</summary>
internal sealed class NameEntry(ExpandedName name)
{
    public ExpandedName Name { get; } = name;

    /// <summary>The grammar of elements of this name that the schema does not declare, once there was one.</summary>
    public Rule? Learned { get; set; }

    /// <summary>The values of the partition; null where one had to give way.</summary>
    public List<string?>? Values { get; set; }

    /// <summary>The values of the current block, where it is reordered, by their number in the block.</summary>
    public List<int>? Channel { get; set; }
}
