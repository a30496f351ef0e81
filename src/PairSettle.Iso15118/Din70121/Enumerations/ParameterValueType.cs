namespace PairSettle.Iso15118.Din70121;

/// <summary>Which value a <see cref="ParameterType"/> carries.</summary>
public enum ParameterValueType
{
    /// <summary><see cref="ParameterType.boolValue"/>.</summary>
    @bool,

    /// <summary><see cref="ParameterType.byteValue"/>.</summary>
    @byte,

    /// <summary><see cref="ParameterType.shortValue"/>.</summary>
    @short,

    /// <summary><see cref="ParameterType.intValue"/>.</summary>
    @int,

    /// <summary><see cref="ParameterType.physicalValue"/>.</summary>
    physicalValue,

    /// <summary><see cref="ParameterType.stringValue"/>.</summary>
    @string,
}
