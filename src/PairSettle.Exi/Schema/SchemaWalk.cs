namespace PairSettle.Exi.Schema;

/// <summary>Walks over the terms of content models.</summary>
internal static class SchemaWalk
{
    /// <summary>The particles of a content model that are not groups, in the schema's order.</summary>
    public static IEnumerable<Particle> Leaves(this Particle? particle) => particle switch
    {
        null => [],
        GroupParticle group => group.Particles.SelectMany(Leaves),
        _ => [particle],
    };

    /// <summary>Every element declaration of a model, global and local; a name may occur repeatedly.</summary>
    public static IEnumerable<ElementDeclaration> Declarations(this SchemaModel model)
    {
        foreach (var element in model.Elements)
        {
            yield return new(element.Name, element.Type, element.IsNillable);
        }

        foreach (var particle in model.Types.SelectMany(type => type.Content.Leaves()).OfType<ElementParticle>())
        {
            if (!particle.IsReference)
            {
                yield return new(particle.Name, particle.Type, particle.IsNillable);
            }
        }
    }
}
