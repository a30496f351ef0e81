using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One parameter of a <see cref="TransformType"/>: exactly one property is set.</summary>
[ExiModelGroup(ExiCompositor.Choice, XmlDsigSchema.Namespace)]
public sealed partial record TransformParameter
{
    /// <summary>A parameter that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Any { get; init; }

    /// <summary>An XPath expression that selects what the step keeps.</summary>
    [ExiElement]
    public string? XPath { get; init; }
}
