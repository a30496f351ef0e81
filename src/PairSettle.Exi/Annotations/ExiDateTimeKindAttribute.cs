namespace PairSettle.Exi;

/// <summary>Says which datatype an <see cref="ExiDateTime"/> is of; without it, it is <c>xs:dateTime</c>.</summary>
/// <param name="kind">The datatype.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiDateTimeKindAttribute(ExiDateTimeKind kind) : Attribute
{
    /// <summary>The datatype.</summary>
    public ExiDateTimeKind Kind { get; } = kind;
}
