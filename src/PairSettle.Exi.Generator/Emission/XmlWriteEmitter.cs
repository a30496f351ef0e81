using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the writer of a type's XML form.</summary>
internal sealed class XmlWriteEmitter(CodeWriter code, Layout layout)
{
    private readonly TypePlan _plan = layout.Plan;

    // Groups nest, and what stands in one may have the name of another around it.
    private readonly NameScope _locals = new();

    public void Emit()
    {
        code.Line($"/// <summary>Writes the attributes and the content of an element of type {Xml(_plan.SchemaName.LocalName)} in the XML form.</summary>");
        code.Open($"internal {(_plan.HidesBase ? "new " : string.Empty)}void WriteXml(XmlWriter writer)");
        foreach (var attribute in _plan.Attributes)
        {
            EmitAttribute(attribute);
        }

        if (_plan.Text is { } text)
        {
            code.Line($"writer.WriteString({Format(text.Member, Escape(text.Member.Property))});");
        }

        if (_plan.Mixed is { } mixed)
        {
            code.Line($"var {layout.MixedLocal} = new ExiMixedXmlWriter({Escape(mixed.Member.Property)});");
        }

        if (_plan.Content is { } content)
        {
            EmitNodes(content.Children, string.Empty);
        }

        if (_plan.Mixed is not null)
        {
            code.Line($"{layout.MixedLocal}.End(writer);");
        }

        code.Close();
    }

    private void EmitAttribute(ValueNode attribute)
    {
        var property = Escape(attribute.Member.Property);
        if (attribute.Member.IsNullable)
        {
            var local = _locals.Unique(ToLocal(attribute.Member.Property) + "Value");
            code.Open($"if ({property} is {{ }} {local})");
            code.Line(Write(local));
            code.Close();
            code.Line();
        }
        else
        {
            code.Line(Write(property));
        }

        string Write(string value) => attribute.Name.Namespace.Length == 0
            ? $"writer.WriteAttributeString({Literal(attribute.Name.LocalName)}, {Format(attribute.Member, value)});"
            : $"writer.WriteAttributeString({Literal(attribute.Prefix)}, {Literal(attribute.Name.LocalName)}, {Literal(attribute.Name.Namespace)}, {Format(attribute.Member, value)});";
    }

    private void EmitNodes(IEnumerable<Node> nodes, string owner)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case GroupNode { Member: null } inline:
                    EmitNodes(inline.Children, owner);
                    break;
                case GroupNode group:
                    EmitMember(group.Member!, owner, value => EmitNodes(group.Children, value + "."));
                    break;
                case LeafNode leaf:
                    EmitMember(leaf.Member, owner, value => EmitLeaf(leaf, value));
                    break;
            }
        }
    }

    private void EmitMember(MemberShape member, string owner, Action<string> emit)
    {
        var property = owner + Escape(member.Property);
        var local = _locals.Unique(ToLocal(member.Property) + "Value");
        if (member.IsList)
        {
            code.Open($"foreach (var {local} in {property})");
            emit(local);
            code.Close();
            code.Line();
        }
        else if (member.IsNullable)
        {
            code.Open($"if ({property} is {{ }} {local})");
            emit(local);
            code.Close();
            code.Line();
        }
        else
        {
            emit(property);
        }
    }

    private void EmitLeaf(LeafNode leaf, string value)
    {
        if (_plan.Mixed is not null)
        {
            code.Line($"{layout.MixedLocal}.BeforeChild(writer);");
        }

        if (leaf.Member.Kind == MemberKind.Any)
        {
            code.Line($"ExiAnyContent.WriteXml(writer, {value});");
        }
        else if (leaf.Substitutes.Count > 0)
        {
            code.Open($"switch ({value})");
            foreach (var substitute in leaf.Substitutes.Where(substitute => !substitute.IsAbstract).OrderByDescending(substitute => substitute.Depth))
            {
                code.Line($"case {layout.NameOf(substitute.Type)} element:");
                code.Open();
                EmitElement(substitute.Prefix, substitute.Name, "element");
                code.Line("break;");
                code.Close();
                code.Line();
            }

            code.Line("default:");
            code.Open();
            code.Line($"throw new ExiContentException(new ExiError(ExiFault.UnexpectedType, -1, {Literal(leaf.Name.LocalName)}));");
            code.Close();
            code.Close();
            code.Line();
        }
        else if (leaf.Member.Simple is not null)
        {
            code.Line($"writer.WriteElementString({Name(leaf.Prefix, leaf.Name)}, {Format(leaf.Member, value)});");
        }
        else
        {
            EmitElement(leaf.Prefix, leaf.Name, value);
            code.Line();
        }
    }

    private void EmitElement(string prefix, QName name, string value)
    {
        code.Line($"writer.WriteStartElement({Name(prefix, name)});");
        code.Line($"{value}.WriteXml(writer);");
        code.Line("writer.WriteEndElement();");
    }

    /// <summary>Prefix, local name and namespace as the arguments of a call.</summary>
    private static string Name(string prefix, QName name) => $"{Literal(prefix)}, {Literal(name.LocalName)}, {Literal(name.Namespace)}";

    private string Format(MemberShape member, string value) => member.Simple!.Kind switch
    {
        _ when DatatypeSnippets.NameOf(layout, member) is { } datatype => $"{datatype}.Format({value})",
        DatatypeKind.String => value,
        DatatypeKind.Binary => $"ExiXml.Format{(member.Simple.IsHexadecimal ? "Hex" : "Base64")}({value})",
        DatatypeKind.Enumeration => $"{EnumEmitter.LiteralsOf(member.Value.Enumeration!, _plan.Type.Namespace)}[(int){value}]",
        _ => $"ExiXml.Format({value})",
    };
}
