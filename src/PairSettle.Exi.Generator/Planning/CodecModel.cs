using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>The plans of all types, enumerations and schemas of a compilation, and what is wrong with them together.</summary>
internal sealed record CodecModel
{
    public required EquatableArray<TypePlan> Types { get; init; }

    public required EquatableArray<EnumShape> Enumerations { get; init; }

    public required EquatableArray<SchemaPlan> Schemas { get; init; }

    public required EquatableArray<ModelFault> Faults { get; init; }
}

/// <summary>A fault of the model, to be reported at a type's declaration.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Type">The type to report at.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record ModelFault(string Id, TypeName Type, EquatableArray<string> Arguments);
