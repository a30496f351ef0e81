namespace PairSettle.Exi;

/// <summary>
/// How an encoder writes an element whose text is empty. Both forms are legal in the non-strict grammar, and decoders
/// here take both.
/// </summary>
public enum ExiEmptyContent
{
    /// <summary>As text of length zero. Every decoder reads this, those without deviations included.</summary>
    Characters,

    /// <summary>As an end tag without text, which the grammar's escape admits: what an XML document's events are.</summary>
    EndTag,
}
