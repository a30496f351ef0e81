using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>What parsing a declaration gives: its shape, where that is valid, its place and what is wrong with it.</summary>
internal sealed record Parsed<T>(T? Shape, LocationInfo? Location, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>;
