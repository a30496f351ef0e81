namespace PairSettle.Exi.Generator;

/// <summary>The names of the generator's steps, by which tests see whether a step ran again.</summary>
internal static class TrackingNames
{
    public const string Types = nameof(Types);
    public const string Groups = nameof(Groups);
    public const string Schemas = nameof(Schemas);
    public const string Namespaces = nameof(Namespaces);
    public const string Model = nameof(Model);
    public const string TypePlans = nameof(TypePlans);
    public const string Enumerations = nameof(Enumerations);
    public const string SchemaPlans = nameof(SchemaPlans);

    public static IReadOnlyList<string> All { get; } =
        [Types, Groups, Schemas, Namespaces, Model, TypePlans, Enumerations, SchemaPlans];
}
