using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using PairSettle.Exi.Generator.Parsing;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Names of variables and types, and literals, as emitted code writes them.</summary>
internal static class Identifiers
{
    /// <summary>A name for a local variable: the leading capitals of a property in lower case.</summary>
    public static string ToLocal(string property)
    {
        var capitals = 0;
        while (capitals < property.Length && char.IsUpper(property[capitals]))
        {
            capitals++;
        }

        // In "EVSEProcessing" the last capital begins a word; in "EVSEID" and "DC_EVStatus" it does not.
        var isWordStart = capitals > 1 && capitals < property.Length && char.IsLower(property[capitals]);
        var lowered = isWordStart ? capitals - 1 : capitals;
        return property.Substring(0, lowered).ToLowerInvariant() + property.Substring(lowered);
    }

    /// <summary>An identifier that may be a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of a type as code in a namespace writes it.</summary>
    public static string In(this TypeName type, string @namespace) => type.Namespace == @namespace ? Escape(type.Name) : type.Full;

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A text as it may stand in an XML comment.</summary>
    public static string Xml(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
