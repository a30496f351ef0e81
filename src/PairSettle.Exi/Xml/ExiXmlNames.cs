namespace PairSettle.Exi.Xml;

/// <summary>Namespaces that every document knows.</summary>
internal static class ExiXmlNames
{
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Xmlns = "http://www.w3.org/2000/xmlns/";
}
