using Microsoft.CodeAnalysis;

namespace PairSettle.Exi.Generator.Diagnostics;

/// <summary>What the generator refuses. Each has a section in docs/concepts/exi-diagnostics.md.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "PairSettle.Exi";
    private const string Help = "docs/concepts/exi-diagnostics.md#";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "PSEXI001", "A mapped type must be partial", "'{0}' must be a partial record, because its codec is a part of it");

    public static readonly DiagnosticDescriptor NotTopLevel = Error(
        "PSEXI002", "A mapped type must be top-level and not generic", "'{0}' must not be nested in another type or be generic");

    public static readonly DiagnosticDescriptor UnsupportedProperty = Error(
        "PSEXI003", "The type of a mapped property is not supported", "'{0}' is of type '{1}', which maps to no schema type here");

    public static readonly DiagnosticDescriptor SeveralMappings = Error(
        "PSEXI004", "A property maps to one thing", "'{0}' carries more than one mapping attribute");

    public static readonly DiagnosticDescriptor ChoiceNotNullable = Error(
        "PSEXI005", "A branch of a choice must be nullable or a list", "'{0}' is a branch of a choice, so it must be able to be absent");

    public static readonly DiagnosticDescriptor EnumerationHasHoles = Error(
        "PSEXI006", "Enumeration members count from zero", "'{0}' must number its members 0, 1, 2 ... in the order of the schema");

    public static readonly DiagnosticDescriptor InvalidFacet = Error(
        "PSEXI007", "A facet does not fit", "'{0}': {1}");

    public static readonly DiagnosticDescriptor UnknownElement = Error(
        "PSEXI008", "A named global element is not declared", "'{0}' refers to the global element '{1}', which no type declares");

    public static readonly DiagnosticDescriptor AmbiguousContent = Error(
        "PSEXI009", "The content model has no grammar", "'{0}': {1}");

    public static readonly DiagnosticDescriptor DeclaredTwice = Error(
        "PSEXI010", "A name is declared twice", "'{0}' declares '{1}', which is declared elsewhere too");

    public static readonly DiagnosticDescriptor MixedTextAndElements = Error(
        "PSEXI011", "Simple content has no elements", "'{0}' has a text property, so it can have no elements and no second text");

    public static readonly DiagnosticDescriptor RootWithoutSchema = Error(
        "PSEXI012", "A root needs a schema class", "'{0}' is a root, but no class with ExiSchema names its namespace '{1}'");

    public static readonly DiagnosticDescriptor AmbiguousSubstitute = Error(
        "PSEXI013", "A substitution group tells its elements apart by type", "'{0}' stands for several elements of the substitution group of '{1}'");

    public static readonly DiagnosticDescriptor NotConstructible = Error(
        "PSEXI014", "A mapped type must be constructible", "'{0}' needs a parameterless constructor, and its mapped properties need setters or init accessors");

    public static readonly DiagnosticDescriptor AmbiguousScope = Error(
        "PSEXI015", "A substitution group has the same members wherever a type is used", "'{0}' refers to '{1}', which has other members in one schema than in another");

    /// <summary>All descriptors by id.</summary>
    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> ById = new[]
    {
        NotPartial, NotTopLevel, UnsupportedProperty, SeveralMappings, ChoiceNotNullable, EnumerationHasHoles, InvalidFacet,
        UnknownElement, AmbiguousContent, DeclaredTwice, MixedTextAndElements, RootWithoutSchema, AmbiguousSubstitute, NotConstructible,
        AmbiguousScope,
    }.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + id.ToLowerInvariant());
}
