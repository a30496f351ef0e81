namespace PairSettle.Exi.Codecs;

/// <summary>An event of a built-in element grammar, in the order of the codes behind the escape (EXI 1.0, 8.4.3).</summary>
internal enum LearnedEvent
{
    EndElement,
    Attribute,
    StartElement,
    Characters,
}
