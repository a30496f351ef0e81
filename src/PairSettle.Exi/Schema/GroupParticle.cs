namespace PairSettle.Exi.Schema;

/// <summary>A sequence or a choice of particles.</summary>
internal sealed record GroupParticle : Particle
{
    /// <summary>Whether one of the particles stands for all (<c>xs:choice</c>), rather than all in order.</summary>
    public bool IsChoice { get; init; }

    public required EquatableArray<Particle> Particles { get; init; }
}
