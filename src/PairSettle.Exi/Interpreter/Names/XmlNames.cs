using System.Xml;

namespace PairSettle.Exi.Interpreter.Names;

/// <summary>What may be a name in XML; a stream may say anything.</summary>
internal static class XmlNames
{
    public static bool IsNCName(string text)
    {
        if (text.Length == 0 || !XmlConvert.IsStartNCNameChar(text[0]))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!XmlConvert.IsNCNameChar(character))
            {
                return false;
            }
        }

        return true;
    }
}
