using PairSettle.Exi;

namespace PairSettle.Tool.Tests.Schemas;

/// <summary>A type to hold against schema documents. Its annotations are all that counts, so no codec is made of it.</summary>
[ExiType("PingType", PingSchema.Namespace)]
[ExiGlobalElement("Ping", PingSchema.Namespace)]
public sealed record Ping
{
    [ExiAttribute]
    public string? Id { get; init; }

    [ExiElement]
    [ExiRange(1, 20)]
    public required byte Priority { get; init; }

    [ExiElement]
    [ExiLength(1, 16)]
    public string? Name { get; init; }

    [ExiElement(MinOccurs = 0, MaxOccurs = 3)]
    public ExiList<short> Reading { get; init; }
}

[ExiSchema(Namespace)]
public static class PingSchema
{
    public const string Namespace = "urn:example:ping";
}
