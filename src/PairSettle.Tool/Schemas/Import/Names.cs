using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>
/// Gives out C# names that keep the schema's spelling and differ from each other. A second bearer of a name has a number, in
/// the order in which names are asked for.
/// </summary>
internal sealed class Names
{
    private readonly HashSet<string> _taken;
    private readonly bool _areTypes;

    private Names(bool areTypes, IEnumerable<string> taken)
    {
        _areTypes = areTypes;
        _taken = new(taken, areTypes ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }

    /// <summary>Names of types. Case alone does not tell them apart, because they are names of files too.</summary>
    public static Names OfTypes(params IEnumerable<string> taken) => new(true, taken);

    /// <summary>Names of members.</summary>
    public static Names OfMembers(params IEnumerable<string> taken) => new(false, taken);

    /// <summary>A scope that begins with the names of this one.</summary>
    public Names Inherit(params IEnumerable<string> further) => new(_areTypes, _taken.Concat(further));

    public string Unique(string wanted)
    {
        var identifier = Identifier(wanted, _areTypes);
        var name = identifier;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = identifier + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>Whether a text is a C# namespace.</summary>
    public static bool IsNamespace(string text) =>
        text.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);

    /// <summary>
    /// A schema's name as an identifier: other characters become underscores. C# keeps names of small letters for its own
    /// keywords, so those begin with a capital: of types all, of members the keywords of today.
    /// </summary>
    public static string Identifier(string name, bool isType)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format ? character : '_');
        }

        if (text.Length == 0)
        {
            return "Empty";
        }

        if (isType ? name.All(char.IsAsciiLetterLower) : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            text[0] = char.ToUpperInvariant(text[0]);
        }

        return SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text.ToString() : $"_{text}";
    }
}
