namespace PairSettle.Exi;

/// <summary>
/// Names the schema's literal of an enumeration member where it is not a C# identifier. Members stand in the
/// schema's order and count from zero, because EXI codes the position (EXI 1.0, 7.2).
/// </summary>
/// <param name="literal">The literal.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ExiEnumValueAttribute(string literal) : Attribute
{
    /// <summary>The literal.</summary>
    public string Literal { get; } = literal;
}
