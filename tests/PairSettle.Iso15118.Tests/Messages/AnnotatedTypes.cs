using System.Reflection;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>Reads the annotations of the message types by reflection, without the generator.</summary>
internal static class AnnotatedTypes
{
    private static readonly Assembly Library = typeof(V2G_Message).Assembly;

    /// <summary>All records that stand for a complex type or a model group.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. Library.GetTypes().Where(t => t.IsDefined(typeof(ExiTypeAttribute)) || t.IsDefined(typeof(ExiModelGroupAttribute)))];

    /// <summary>All enumerations that a property of such a record uses.</summary>
    public static IReadOnlyList<Type> Enumerations { get; } =
        [.. All.SelectMany(Properties).Select(p => ItemType(p.PropertyType)).Where(t => t.IsEnum).Distinct()];

    /// <summary>The properties that a record declares itself, in their order.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .OrderBy(p => p.MetadataToken);

    /// <summary>The type of one value: of a list's items, of a nullable's value.</summary>
    public static Type ItemType(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ExiList<>))
        {
            return type.GetGenericArguments()[0];
        }

        return Nullable.GetUnderlyingType(type) ?? type;
    }

    /// <summary>The namespace that declares a record's content.</summary>
    public static string NamespaceOf(Type type) =>
        type.GetCustomAttribute<ExiTypeAttribute>()?.TargetNamespace
        ?? type.GetCustomAttribute<ExiModelGroupAttribute>()!.TargetNamespace;

    /// <summary>The schemas that a record is part of, the smallest first.</summary>
    public static IEnumerable<Type> SchemasOf(Type type) => Library.GetTypes()
        .Where(schema => schema.GetCustomAttribute<ExiSchemaAttribute>()?.Namespaces.Contains(NamespaceOf(type)) ?? false)
        .OrderBy(schema => Namespaces(schema).Count).ThenBy(schema => schema.FullName, StringComparer.Ordinal);

    /// <summary>The global elements of a schema: those that records declare, and those of a simple type.</summary>
    public static IReadOnlySet<ExiQualifiedName> GlobalElements(Type schema)
    {
        var namespaces = Namespaces(schema);
        var declared = All
            .SelectMany(t => t.GetCustomAttributes<ExiGlobalElementAttribute>())
            .Select(a => new ExiQualifiedName(a.TargetNamespace, a.Name));
        var simple = Elements(namespaces)
            .Where(e => e.Annotation.Reference && !All.Contains(ItemType(e.Property.PropertyType)))
            .Select(e => e.Name);
        return declared.Concat(simple).Where(n => namespaces.Contains(n.Namespace)).ToHashSet();
    }

    /// <summary>The distinct names of all elements of a schema, global or local.</summary>
    public static IReadOnlySet<ExiQualifiedName> ElementNames(Type schema) =>
        Elements(Namespaces(schema)).Select(e => e.Name).Concat(GlobalElements(schema)).ToHashSet();

    private static HashSet<string> Namespaces(Type schema) =>
        [.. schema.GetCustomAttribute<ExiSchemaAttribute>()!.Namespaces];

    private static IEnumerable<(PropertyInfo Property, ExiElementAttribute Annotation, ExiQualifiedName Name)> Elements(
        HashSet<string> namespaces)
    {
        var unqualified = Library.GetCustomAttributes<ExiNamespaceAttribute>()
            .Where(a => !a.ElementsQualified).Select(a => a.Uri).ToHashSet();
        foreach (var type in All.Where(t => namespaces.Contains(NamespaceOf(t))))
        {
            var home = NamespaceOf(type);
            foreach (var property in Properties(type))
            {
                if (property.GetCustomAttribute<ExiElementAttribute>() is { } annotation)
                {
                    var target = annotation.Reference ? annotation.Namespace ?? home : unqualified.Contains(home) ? "" : home;
                    yield return (property, annotation, new(target, annotation.Name ?? property.Name));
                }
            }
        }
    }
}
