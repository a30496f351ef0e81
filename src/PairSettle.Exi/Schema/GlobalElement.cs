namespace PairSettle.Exi.Schema;

/// <summary>A global element declaration.</summary>
internal sealed record GlobalElement
{
    public required QName Name { get; init; }

    public required TypeReference Type { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Whether <c>xsi:nil</c> may say that the element has no content.</summary>
    public bool IsNillable { get; init; }

    /// <summary>The head of the substitution group that the element belongs to, or null.</summary>
    public QName? SubstitutionHead { get; init; }
}
