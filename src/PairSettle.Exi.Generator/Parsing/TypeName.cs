using Microsoft.CodeAnalysis;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>The name of a top-level C# type.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Name">The simple name.</param>
internal readonly record struct TypeName(string Namespace, string Name)
{
    /// <summary>The name that means the same everywhere.</summary>
    public string Full => Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";

    public static TypeName Of(ITypeSymbol type) => new(
        type.ContainingNamespace is { IsGlobalNamespace: false } container ? container.ToDisplayString() : string.Empty,
        type.SpecialType == SpecialType.None ? type.Name : type.ToDisplayString());
}
