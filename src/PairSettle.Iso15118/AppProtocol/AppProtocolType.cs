using PairSettle.Exi;

namespace PairSettle.Iso15118.AppProtocol;

/// <summary>One protocol that the vehicle speaks.</summary>
[ExiType("AppProtocolType", AppProtocolSchema.Namespace)]
public sealed partial record AppProtocolType
{
    /// <summary>The namespace that names the protocol, such as <c>urn:iso:15118:2:2013:MsgDef</c>; at most 100 characters.</summary>
    [ExiElement]
    [ExiLength(0, 100)]
    public required string ProtocolNamespace { get; init; }

    /// <summary>The major version. Both sides must have the same one.</summary>
    [ExiElement]
    public required uint VersionNumberMajor { get; init; }

    /// <summary>The minor version. A difference is tolerated and reported.</summary>
    [ExiElement]
    public required uint VersionNumberMinor { get; init; }

    /// <summary>A number that the vehicle assigns to this entry, and by which the answer refers to it.</summary>
    [ExiElement]
    public required byte SchemaID { get; init; }

    /// <summary>1 to 20, where 1 is what the vehicle prefers most. No two entries share one.</summary>
    [ExiElement]
    [ExiRange(1, 20)]
    public required byte Priority { get; init; }
}
