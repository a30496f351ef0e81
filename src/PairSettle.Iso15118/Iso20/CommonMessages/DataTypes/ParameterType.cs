using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A named value of a service: exactly one of the values is set.</summary>
[ExiType("ParameterType", CommonMessagesSchema.Namespace, Compositor = ExiCompositor.Choice)]
public sealed partial record ParameterType
{
    /// <summary>A truth value.</summary>
    [ExiElement]
    public bool? boolValue { get; init; }

    /// <summary>A whole number of 8 bits.</summary>
    [ExiElement]
    public sbyte? byteValue { get; init; }

    /// <summary>A whole number of 16 bits.</summary>
    [ExiElement]
    public short? shortValue { get; init; }

    /// <summary>A whole number of 32 bits.</summary>
    [ExiElement]
    public int? intValue { get; init; }

    /// <summary>A number with a power of ten.</summary>
    [ExiElement]
    public RationalNumberType? rationalNumber { get; init; }

    /// <summary>Text of at most 80 characters.</summary>
    [ExiElement]
    [ExiLength(0, 80)]
    public string? finiteString { get; init; }

    /// <summary>The parameter's name, at most 80 characters.</summary>
    [ExiAttribute]
    [ExiLength(0, 80)]
    public required string Name { get; init; }
}
