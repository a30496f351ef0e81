namespace PairSettle.Tool.Schemas.Import;

/// <summary>A record or an enumeration as it will be written.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Summary">The documentation, one paragraph.</param>
internal abstract record ImportedType(string Name, string Summary);

/// <summary>A record.</summary>
internal sealed record ImportedRecord(string Name, string Summary) : ImportedType(Name, Summary)
{
    /// <summary>The attributes, without brackets.</summary>
    public required IReadOnlyList<string> Annotations { get; init; }

    public string? Base { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Whether nothing derives from the record.</summary>
    public bool IsSealed { get; init; }

    public bool IsStruct { get; init; }

    /// <summary>Whether the record is a model group, which has no element of its own.</summary>
    public bool IsGroup { get; init; }

    public required IReadOnlyList<ImportedProperty> Properties { get; init; }
}

/// <summary>A property of a record.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Summary">The documentation, one paragraph.</param>
/// <param name="Annotations">The attributes, without brackets.</param>
/// <param name="IsRequired">Whether an object cannot be without it.</param>
internal sealed record ImportedProperty(string Name, string Type, string Summary, IReadOnlyList<string> Annotations, bool IsRequired)
{
    /// <summary>Whether the value has the same few octets at all times.</summary>
    public bool IsFixedSize { get; init; }
}

/// <summary>An enumeration.</summary>
internal sealed record ImportedEnumeration(string Name, string Summary, IReadOnlyList<ImportedMember> Members) : ImportedType(Name, Summary);

/// <summary>A member of an enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Literal">The schema's literal.</param>
/// <param name="Summary">The documentation, one paragraph.</param>
internal sealed record ImportedMember(string Name, string Literal, string Summary);
