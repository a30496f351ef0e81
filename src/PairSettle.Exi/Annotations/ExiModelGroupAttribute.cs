namespace PairSettle.Exi;

/// <summary>
/// Maps a partial record to a model group without an element of its own: a nested <c>xs:sequence</c> or
/// <c>xs:choice</c> that repeats or is optional as a whole.
/// </summary>
/// <param name="compositor">How the properties combine.</param>
/// <param name="targetNamespace">The namespace whose type contains the group.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ExiModelGroupAttribute(ExiCompositor compositor, string targetNamespace) : Attribute
{
    /// <summary>How the properties combine.</summary>
    public ExiCompositor Compositor { get; } = compositor;

    /// <summary>The namespace whose type contains the group.</summary>
    public string TargetNamespace { get; } = targetNamespace;
}
