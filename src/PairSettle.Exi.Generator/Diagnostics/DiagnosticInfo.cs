using Microsoft.CodeAnalysis;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Diagnostics;

/// <summary>A diagnostic that compares by value.</summary>
internal sealed record DiagnosticInfo(string Id, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        new(descriptor.Id, LocationInfo.Of(location), arguments.ToEquatable());

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(DiagnosticDescriptors.ById[Id], Location?.ToLocation(), Arguments.ToArray<object>());
}
