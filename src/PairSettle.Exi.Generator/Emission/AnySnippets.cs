using PairSettle.Exi.Generator.Parsing;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>What emitted code says about wildcards: it calls the run-time class for them.</summary>
internal static class AnySnippets
{
    /// <summary>The condition under which the XML form stands at an element that a wildcard admits.</summary>
    public static string At(MemberShape member, string targetNamespace) => $"reader.AtAny({Excluded(member, targetNamespace)})";

    public static void Read(CodeWriter code, Layout.Term term)
    {
        var read = $"!ExiAnyContent.TryRead(ref reader, {Excluded(term.Member, term.Leaf!.Name.Namespace)}, out ";
        if (term.Member.IsList)
        {
            code.Open();
            code.If($"{read}var item) || !{term.Local}.Add(ref reader, item)", "return false;");
            code.Close();
        }
        else
        {
            code.If($"{read}{term.Local})", "return false;");
        }
    }

    public static void Write(CodeWriter code, Layout.Term term, string item) =>
        code.If($"!ExiAnyContent.Write(ref writer, {item}, {Excluded(term.Member, term.Leaf!.Name.Namespace)})", "return false;");

    public static void ReadXml(CodeWriter code, Layout.Term term)
    {
        if (term.Member.IsList)
        {
            code.If($"!ExiAnyContent.TryReadXml(reader, out var item) || !{term.Local}.Add(reader, item)", "return false;");
        }
        else
        {
            code.If($"!ExiAnyContent.TryReadXml(reader, out {term.Local})", "return false;");
        }
    }

    private static string Excluded(MemberShape member, string targetNamespace) => member.IsOtherNamespace ? Literal(targetNamespace) : "null";
}
