namespace PairSettle.Exi.Schema;

/// <summary>The facet <c>whiteSpace</c> (XML Schema 1.0 part 2, 4.3.6).</summary>
internal enum WhiteSpaceRule
{
    /// <summary>White space stays as it is.</summary>
    Preserve,

    /// <summary>Tabs and line ends become blanks.</summary>
    Replace,

    /// <summary>Runs of white space become one blank, and none stays at the ends.</summary>
    Collapse,
}
