using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A named value of a service: exactly one of the values is set.</summary>
[ExiType("ParameterType", DinSchema.MsgDataTypes, Compositor = ExiCompositor.Choice)]
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

    /// <summary>A quantity with its unit.</summary>
    [ExiElement]
    public PhysicalValueType? physicalValue { get; init; }

    /// <summary>Text. The schema does not bound its length.</summary>
    [ExiElement]
    public string? stringValue { get; init; }

    /// <summary>The parameter's name.</summary>
    [ExiAttribute]
    public required string Name { get; init; }

    /// <summary>Which of the values is set. The schema does not enforce that the two agree.</summary>
    [ExiAttribute]
    public required ParameterValueType ValueType { get; init; }
}
