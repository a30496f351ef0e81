namespace PairSettle.Exi.Xml;

/// <summary>What a datatype does to white space before its value is read (XML Schema 1.0 part 2, 4.3.6).</summary>
public enum ExiWhiteSpace
{
    /// <summary>Nothing: <c>xs:string</c>.</summary>
    Preserve,

    /// <summary>Each tab and line end becomes a space: <c>xs:normalizedString</c>.</summary>
    Replace,

    /// <summary>Runs become one space, and none is left at the ends: <c>xs:token</c> and all that are not strings.</summary>
    Collapse,
}
