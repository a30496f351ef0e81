using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// The terms of a type by the positions that its grammar numbers them with, and the names that emitted code has for
/// them. The order is that of <see cref="GrammarBuilder"/>: attributes, then text or content, groups from the outside in.
/// </summary>
internal sealed class Layout
{
    public Layout(TypePlan plan, bool isXml)
    {
        Plan = plan;
        IsXml = isXml;
        var locals = new NameScope();
        var labels = new NameScope();
        EndLabel = labels.Unique("End");
        MixedLocal = locals.Unique("mixedText");
        MixedIndex = locals.Unique("mixedTextIndex");
        ChildCount = locals.Unique("childCount");
        foreach (var attribute in plan.Attributes)
        {
            Add(new Term(attribute.Member, attribute, null, null), attribute.Member.Property);
        }

        if (plan.Text is { } text)
        {
            Add(new Term(text.Member, text, null, null), text.Member.Property);
        }

        if (plan.Content is { } content)
        {
            Visit(content, null, string.Empty);
        }

        var datatypes = new NameScope();
        foreach (var member in Terms.Select(term => term.Member).Where(DatatypeSnippets.IsNeeded).Distinct())
        {
            Datatypes.Add(member, datatypes.Unique(member.Property));
        }

        StateLabels = plan.Grammar.States.Select(state => labels.Unique(state.Index == 0 ? "Start" : "After" + Terms[state.Index - 1].Label)).ToList();

        void Visit(GroupNode node, Group? parent, string prefix)
        {
            var group = new Group(node, Groups.Count, parent);
            Groups.Add(group);
            if (node.Member is { } member)
            {
                prefix += member.Property + "_";
                group.Local = locals.Unique(Identifiers.ToLocal(member.Property));
                group.Current = locals.Unique(Identifiers.ToLocal(member.Property) + "Item");
                group.Index = locals.Unique(Identifiers.ToLocal(member.Property) + "Index");
            }

            foreach (var child in node.Children)
            {
                if (child is GroupNode inner)
                {
                    Visit(inner, group, prefix);
                }
                else
                {
                    var leaf = (LeafNode)child;
                    Add(new Term(leaf.Member, null, leaf, group), prefix + leaf.Member.Property);
                }
            }
        }

        void Add(Term term, string name)
        {
            term.Position = Terms.Count;
            term.Label = labels.Unique(name);
            term.Local = locals.Unique(Identifiers.ToLocal(name));
            term.Index = locals.Unique(Identifiers.ToLocal(name) + "Index");
            Terms.Add(term);
        }
    }

    public TypePlan Plan { get; }

    /// <summary>Whether the code is about the XML form.</summary>
    public bool IsXml { get; }

    public List<Term> Terms { get; } = [];

    public List<Group> Groups { get; } = [];

    public string EndLabel { get; }

    /// <summary>The variable that holds the text of mixed content.</summary>
    public string MixedLocal { get; }

    /// <summary>The variable that counts the texts written.</summary>
    public string MixedIndex { get; }

    /// <summary>The variable that counts the child elements of mixed content.</summary>
    public string ChildCount { get; }

    /// <summary>The names of the datatype objects, by the properties that need one.</summary>
    public Dictionary<MemberShape, string> Datatypes { get; } = [];

    /// <summary>The label before the event code of each state, for states that text leads to.</summary>
    public IReadOnlyList<string> StateLabels { get; }

    /// <summary>The name of a type inside the emitted one, where a property may have the same name.</summary>
    public string NameOf(TypeName type)
    {
        var isHidden = Terms.Any(term => term.Group?.Record is null && term.Member.Property == type.Name && term.Member.Value.Type != type)
            || Groups.Any(group => group.Node.Member is { } member && member.Property == type.Name && member.Value.Type != type);
        return isHidden ? type.Full : type.In(Plan.Type.Namespace);
    }

    public string NameOf(ValueShape value) => value.Kind switch
    {
        ValueKind.Boolean => "bool",
        ValueKind.SByte => "sbyte",
        ValueKind.Byte => "byte",
        ValueKind.Int16 => "short",
        ValueKind.UInt16 => "ushort",
        ValueKind.Int32 => "int",
        ValueKind.UInt32 => "uint",
        ValueKind.Int64 => "long",
        ValueKind.UInt64 => "ulong",
        ValueKind.String => "string",
        ValueKind.BigInteger => "BigInteger",
        ValueKind.Bytes => "ExiBytes",
        ValueKind.AnyElement => "ExiAnyElement",
        ValueKind.Decimal => "ExiDecimal",
        ValueKind.Float => "ExiFloat",
        ValueKind.DateTime => "ExiDateTime",
        ValueKind.List => $"ExiList<{NameOf(value.Item!)}>",
        _ => NameOf(value.Type),
    };

    /// <summary>A group of the content; it has names of its own only where a record holds it.</summary>
    internal sealed class Group(GroupNode node, int number, Group? parent)
    {
        public GroupNode Node { get; } = node;

        public int Number { get; } = number;

        public Group? Parent { get; } = parent;

        /// <summary>The record that holds the group, or null.</summary>
        public MemberShape? Record => Node.Member;

        /// <summary>The variable that holds the record, or the list of records.</summary>
        public string Local { get; set; } = string.Empty;

        /// <summary>The variable that holds the record being written.</summary>
        public string Current { get; set; } = string.Empty;

        /// <summary>The variable that counts the records written.</summary>
        public string Index { get; set; } = string.Empty;

        /// <summary>The groups from the outermost to this one.</summary>
        public IReadOnlyList<Group> Path => Parent is null ? [this] : [.. Parent.Path, this];
    }

    /// <summary>An attribute, the text, an element or a wildcard.</summary>
    internal sealed class Term(MemberShape member, ValueNode? value, LeafNode? leaf, Group? group)
    {
        public MemberShape Member { get; } = member;

        /// <summary>The attribute or the text, or null.</summary>
        public ValueNode? Value { get; } = value;

        /// <summary>The element or the wildcard, or null.</summary>
        public LeafNode? Leaf { get; } = leaf;

        public Group? Group { get; } = group;

        public int Position { get; set; }

        public string Label { get; set; } = string.Empty;

        public string Local { get; set; } = string.Empty;

        /// <summary>The variable that counts the items written.</summary>
        public string Index { get; set; } = string.Empty;

        public string XmlName => Leaf?.Name.LocalName ?? Value!.Name.LocalName;

        public IReadOnlyList<Group> Path => Group?.Path ?? [];

        public bool HasSubstitutes => Leaf is { Substitutes.Count: > 0 };
    }
}
