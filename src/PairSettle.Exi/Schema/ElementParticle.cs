namespace PairSettle.Exi.Schema;

/// <summary>An element declaration or a reference to a global one, which admits the members of its substitution group.</summary>
internal sealed record ElementParticle : Particle
{
    public required QName Name { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>Whether <c>xsi:nil</c> may say that the element has no content.</summary>
    public bool IsNillable { get; init; }

    public bool IsReference { get; init; }
}
