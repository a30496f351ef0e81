using System.Numerics;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the reader of a type's XML form. It follows the content model itself, for there are no event codes.</summary>
internal sealed class XmlReadEmitter(CodeWriter code, Layout layout)
{
    private readonly TypePlan _plan = layout.Plan;
    private int _nextTerm;
    private int _nextGroup;

    public void Emit()
    {
        var name = Escape(_plan.Type.Name);
        code.Line($"/// <summary>Reads the XML form of an element of type {Xml(_plan.SchemaName.LocalName)}, up to and including its end tag.</summary>");
        code.Open(_plan.IsValueType
            ? $"internal static bool TryReadXml(ExiXmlParser reader, out {name} value)"
            : $"internal static bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out {name}? value)");
        code.Line(_plan.IsValueType ? "value = default;" : "value = null;");
        new Construction(code, layout).Declare();
        code.Line();
        foreach (var term in layout.Terms.Where(term => term.Member.Kind == MemberKind.Attribute))
        {
            EmitAttribute(term);
            _nextTerm++;
        }

        if (_plan.Text is not null)
        {
            var term = layout.Terms[_nextTerm];
            code.Line($"{term.Local} = {Parse(term.Member, "reader.TakeText()")};");
            code.If("reader.Failed", "return false;");
        }
        else
        {
            code.If($"!reader.{(_plan.Mixed is null ? "Enter" : "EnterMixed")}()", "return false;");
            code.Line();
            if (_plan.Content is { } content)
            {
                EmitGroup(content, true);
            }

            code.Line();
            code.If("!reader.Leave()", "return false;");
            if (_plan.Mixed is not null)
            {
                code.Line();
                code.Line($"var {layout.MixedLocal} = reader.TakeMixed();");
            }
        }

        code.Line();
        new Construction(code, layout).Make();
        code.Line("return true;");
        code.Close();
    }

    private void EmitAttribute(Layout.Term term)
    {
        var value = term.Value!;
        code.Open($"if (reader.TakeAttribute({Literal(value.Name.LocalName)}, {Literal(value.Name.Namespace)}) is {{ }} {term.Local}Text)");
        code.Line($"{term.Local} = {Parse(term.Member, term.Local + "Text")};");
        code.If("reader.Failed", $"return reader.FailIn({Literal(term.XmlName)});");
        code.Close();
        if (!term.Member.IsNullable)
        {
            code.Open("else");
            code.Line("reader.Fail(ExiFault.MissingAttribute);");
            code.Line($"return reader.FailIn({Literal(term.XmlName)});");
            code.Close();
        }

        code.Line();
    }

    /// <summary>Emits the children of a group whose presence is settled.</summary>
    private void EmitGroup(GroupNode node, bool isRequired)
    {
        _nextGroup++;
        if (!node.IsChoice)
        {
            foreach (var child in node.Children)
            {
                EmitParticle(child);
            }

            return;
        }

        var isFirst = true;
        foreach (var child in node.Children)
        {
            if (First(child) is not { } first)
            {
                Skip(child);
                continue;
            }

            code.Open($"{(isFirst ? string.Empty : "else ")}if ({first})");
            if (child is LeafNode { Member.IsList: true } or GroupNode { Member.IsList: true })
            {
                var minOccurs = child is LeafNode leaf ? leaf.Member.MinOccurs : ((GroupNode)child).MinOccurs;
                EmitList(child, minOccurs, first);
            }
            else
            {
                EmitPresent(child);
            }

            code.Close();
            isFirst = false;
        }

        if (isRequired && node.MinOccurs > 0)
        {
            if (isFirst)
            {
                code.Line("return reader.FailExpected();");
            }
            else
            {
                code.Open("else");
                code.Line("return reader.FailExpected();");
                code.Close();
            }
        }

        code.Line();
    }

    /// <summary>Emits a term or a group that may be absent or repeat.</summary>
    private void EmitParticle(Node node)
    {
        var (minOccurs, isList) = node switch
        {
            GroupNode { Member: null } anonymous => (anonymous.MinOccurs, false),
            GroupNode group => (group.MinOccurs, group.Member!.IsList),
            LeafNode leaf => (leaf.Member.MinOccurs, leaf.Member.IsList),
            _ => throw new InvalidOperationException(),
        };
        if (node is GroupNode { Member: null } inline)
        {
            EmitGroup(inline, true);
            return;
        }

        if (First(node) is not { } first)
        {
            Skip(node);
            return;
        }

        if (isList || minOccurs == 0)
        {
            if (isList)
            {
                EmitList(node, minOccurs, first);
            }
            else
            {
                code.Open($"if ({first})");
                EmitPresent(node);
                code.Close();
            }

            code.Line();
            return;
        }

        if (node is LeafNode required)
        {
            code.Open(first.Contains("||") ? $"if (!({first}))" : $"if (!{first})");
            code.Line("reader.FailExpected();");
            code.Line($"return reader.FailIn({Literal(required.Name.LocalName)});");
            code.Close();
            code.Line();
        }

        EmitPresent(node);
        code.Line();
    }

    private void EmitList(Node node, int minOccurs, string first)
    {
        var (local, maxOccurs) = node is LeafNode leaf
            ? (layout.Terms[_nextTerm].Local, leaf.Member.MaxOccurs)
            : (layout.Groups[_nextGroup].Local, Particle.Unbounded);
        code.Open($"while ({first})");
        if (maxOccurs != Particle.Unbounded)
        {
            code.Open($"if ({local}.Count == {maxOccurs})");
            code.Line("reader.Fail(ExiFault.OccurrenceOutOfRange);");
            code.Line($"return reader.FailIn({Literal(NameOf(node))});");
            code.Close();
            code.Line();
        }

        EmitPresent(node);
        code.Close();
        if (minOccurs > 0)
        {
            code.Line();
            code.Open($"if ({local}.Count < {minOccurs})");
            code.Line("reader.FailExpected();");
            code.Line($"return reader.FailIn({Literal(NameOf(node))});");
            code.Close();
        }
    }

    private static string NameOf(Node node) => node is LeafNode leaf ? leaf.Name.LocalName : ((GroupNode)node).Member!.Property;

    /// <summary>Emits a term or a group that is there.</summary>
    private void EmitPresent(Node node)
    {
        if (node is LeafNode)
        {
            EmitLeaf(layout.Terms[_nextTerm++]);
            return;
        }

        var group = (GroupNode)node;
        var shape = layout.Groups[_nextGroup];
        EmitGroup(group, true);
        if (group.Member is not null)
        {
            new Construction(code, layout).MakeGroup(shape);
        }
    }

    private void EmitLeaf(Layout.Term term)
    {
        if (term.Member.Kind == MemberKind.Any)
        {
            AnySnippets.ReadXml(code, term);
            return;
        }

        var fail = $"return reader.FailIn({Literal(term.XmlName)});";
        if (term.HasSubstitutes)
        {
            EmitSubstitutes(term);
            return;
        }

        if (term.Member.Simple is not null)
        {
            var parse = Parse(term.Member, "reader.TakeText()");
            if (term.Member.IsList)
            {
                code.If($"!{term.Local}.Add(reader, {parse})", fail);
            }
            else
            {
                code.Line($"{term.Local} = {parse};");
                code.If("reader.Failed", fail);
            }

            return;
        }

        EmitRecord(term, layout.NameOf(term.Member.Value), fail);
    }

    private void EmitRecord(Layout.Term term, string type, string fail)
    {
        if (term.Member.IsList)
        {
            code.If($"!{type}.TryReadXml(reader, out var item) || !{term.Local}.Add(reader, item)", fail);
        }
        else if (term.HasSubstitutes || term.Member is { IsNullable: true, Value.IsValueType: true })
        {
            code.Open();
            code.If($"!{type}.TryReadXml(reader, out var item)", fail);
            code.Line();
            code.Line($"{term.Local} = item;");
            code.Close();
        }
        else
        {
            code.If($"!{type}.TryReadXml(reader, out {term.Local})", fail);
        }
    }

    private void EmitSubstitutes(Layout.Term term)
    {
        var isFirst = true;
        foreach (var substitute in term.Leaf!.Substitutes)
        {
            code.Open($"{(isFirst ? string.Empty : "else ")}if ({At(substitute.Name)})");
            isFirst = false;
            var fail = $"return reader.FailIn({Literal(substitute.Name.LocalName)});";
            if (substitute.IsAbstract)
            {
                code.Line("reader.Fail(ExiFault.AbstractElement);");
                code.Line(fail);
            }
            else
            {
                EmitRecord(term, layout.NameOf(substitute.Type), fail);
            }

            code.Close();
        }
    }

    /// <summary>The condition under which the reader stands at a term or at the first element of a group.</summary>
    private static string? First(Node node)
    {
        var conditions = Starts(node).Distinct().ToList();
        return conditions.Count == 0 ? null : string.Join(" || ", conditions);

        static IEnumerable<string> Starts(Node node)
        {
            if (node is LeafNode leaf)
            {
                return leaf.Member.Kind == MemberKind.Any ? [AnySnippets.At(leaf.Member, leaf.Name.Namespace)]
                    : leaf.Substitutes.Count > 0 ? leaf.Substitutes.Select(substitute => At(substitute.Name))
                    : [At(leaf.Name)];
            }

            var group = (GroupNode)node;
            if (group.IsChoice)
            {
                return group.Children.SelectMany(Starts);
            }

            var starts = new List<string>();
            foreach (var child in group.Children)
            {
                starts.AddRange(Starts(child));
                if (child is LeafNode { Member.MinOccurs: > 0 } or GroupNode { MinOccurs: > 0 })
                {
                    break;
                }
            }

            return starts;
        }
    }

    /// <summary>Passes over a term that is never read.</summary>
    private void Skip(Node node)
    {
        if (node is GroupNode group)
        {
            _nextGroup++;
            foreach (var child in group.Children)
            {
                Skip(child);
            }
        }
        else
        {
            _nextTerm++;
        }
    }

    private static string At(QName name) => $"reader.At({Literal(name.LocalName)}, {Literal(name.Namespace)})";

    private string Parse(MemberShape member, string text)
    {
        var type = member.Simple!;
        var name = layout.NameOf(member.Value);
        if (DatatypeSnippets.NameOf(layout, member) is { } datatype)
        {
            return $"reader.ReadValue({text}, {datatype})";
        }

        switch (type.Kind)
        {
            case DatatypeKind.Boolean:
                return $"reader.ReadBoolean({text})";
            case DatatypeKind.Enumeration:
                return $"({name})reader.ReadEnumeration({text}, {EnumEmitter.LiteralsOf(member.Value.Enumeration!, _plan.Type.Namespace)})";
            case DatatypeKind.String:
                return member.IsIdentifier
                    ? $"reader.ReadIdentifier({text}, {ReadSnippets.Lengths(member)})"
                    : $"reader.ReadString({text}, ExiWhiteSpace.Preserve, {ReadSnippets.Lengths(type)})";
            case DatatypeKind.Binary:
                return $"reader.Read{(type.IsHexadecimal ? "Hex" : "Base64")}Binary({text}, {ReadSnippets.Lengths(type)})";
            case DatatypeKind.Integer when type.Maximum is null:
                return $"reader.ReadBigInteger({text})";
            case DatatypeKind.Integer when type.Maximum > long.MaxValue:
                return type.Minimum!.Value.IsZero
                    ? $"reader.ReadUnsigned({text}, {ReadSnippets.Bound(type.Maximum, true)})"
                    : $"reader.ReadUnsigned({text}, {ReadSnippets.Bound(type.Minimum, true)}, {ReadSnippets.Bound(type.Maximum, true)})";
            default:
                var read = $"reader.ReadInteger({text}, {ReadSnippets.Bound(type.Minimum, false)}, {ReadSnippets.Bound(type.Maximum, false)})";
                return member.Value.Kind == ValueKind.Int64 ? read : $"({name}){read}";
        }
    }
}
