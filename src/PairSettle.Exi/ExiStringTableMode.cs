namespace PairSettle.Exi;

/// <summary>How an encoder writes a string that it has written before (EXI 1.0, 7.3.3).</summary>
public enum ExiStringTableMode
{
    /// <summary>In full, each time. Every decoder reads this, and peers of ISO 15118 write nothing else.</summary>
    Misses,

    /// <summary>As a reference to the string table.</summary>
    Hits,
}
