namespace PairSettle.Exi;

/// <summary>
/// Marks an attribute of type string as <c>xs:ID</c>: a name without a colon that no other such attribute of the document has, so that
/// a reference to it, as signatures make, means one element. In EXI it is a string like others.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiIdentifierAttribute : Attribute
{
    /// <summary>
    /// Whether the empty string is accepted, any number of times, because peers in the field send it where there is nothing to
    /// refer to. The default is false.
    /// </summary>
    public bool AllowEmpty { get; init; }
}
