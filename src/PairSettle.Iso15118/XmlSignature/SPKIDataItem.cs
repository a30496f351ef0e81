using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One expression in <see cref="SPKIDataType"/>.</summary>
[ExiModelGroup(ExiCompositor.Sequence, XmlDsigSchema.Namespace)]
public sealed partial record SPKIDataItem
{
    /// <summary>A canonical S-expression.</summary>
    [ExiElement]
    public required ExiBytes SPKISexp { get; init; }

    /// <summary>Data that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Any { get; init; }
}
