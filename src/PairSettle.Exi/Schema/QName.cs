namespace PairSettle.Exi.Schema;

/// <summary>
/// A qualified name. Names sort by local name, then by namespace: the order of event codes (EXI 1.0, 8.5.1).
/// </summary>
/// <param name="Namespace">The namespace; empty for none.</param>
/// <param name="LocalName">The local name.</param>
internal readonly record struct QName(string Namespace, string LocalName) : IComparable<QName>
{
    public int CompareTo(QName other)
    {
        var order = string.CompareOrdinal(LocalName, other.LocalName);
        return order != 0 ? order : string.CompareOrdinal(Namespace, other.Namespace);
    }

    public override string ToString() => Namespace.Length == 0 ? LocalName : $"{{{Namespace}}}{LocalName}";
}
