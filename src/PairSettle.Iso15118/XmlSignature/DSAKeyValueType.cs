using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>A DSA public key. Numbers are big-endian without leading zero octets.</summary>
[ExiType("DSAKeyValueType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("DSAKeyValue", XmlDsigSchema.Namespace)]
public sealed partial record DSAKeyValueType
{
    /// <summary>The primes, where they are not known from elsewhere.</summary>
    [ExiGroup]
    public DSAPrimes? Primes { get; init; }

    /// <summary>The generator.</summary>
    [ExiElement]
    public ExiBytes? G { get; init; }

    /// <summary>The public value.</summary>
    [ExiElement]
    public required ExiBytes Y { get; init; }

    /// <summary>(P - 1) / Q.</summary>
    [ExiElement]
    public ExiBytes? J { get; init; }

    /// <summary>Shows how the primes were generated.</summary>
    [ExiGroup]
    public DSAGeneration? Generation { get; init; }
}
