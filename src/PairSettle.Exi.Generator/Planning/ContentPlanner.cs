using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>Lays out the properties of a type as attributes, text and terms of content.</summary>
internal sealed class ContentPlanner
{
    private readonly IReadOnlyDictionary<string, TypeShape> _types;
    private readonly NamespaceTable _namespaces;

    private ContentPlanner(IReadOnlyDictionary<string, TypeShape> types, NamespaceTable namespaces)
    {
        _types = types;
        _namespaces = namespaces;
    }

    public static ContentPlan Plan(TypeShape type, IReadOnlyDictionary<string, TypeShape> types, NamespaceTable namespaces) =>
        new ContentPlanner(types, namespaces).Plan(type);

    private ContentPlan Plan(TypeShape type)
    {
        var levels = new List<TypeShape>();
        for (TypeShape? level = type; level is not null; level = level.Base is { } @base && _types.TryGetValue(@base.Full, out var next) ? next : null)
        {
            levels.Insert(0, level);
        }

        var attributes = new List<ValueNode>();
        ValueNode? text = null;
        var parts = new List<GroupNode>();
        foreach (var level in levels)
        {
            var uri = level.SchemaName.Namespace;
            foreach (var member in level.Members)
            {
                if (member.Kind == MemberKind.Attribute)
                {
                    var name = new QName(_namespaces.OfLocalAttribute(uri), member.Name);
                    attributes.Add(new ValueNode { Member = member, Name = name, Prefix = _namespaces.PrefixOf(name.Namespace) });
                }
                else if (member.Kind == MemberKind.Text)
                {
                    text = new ValueNode { Member = member, Name = level.SchemaName, Prefix = string.Empty };
                }
            }

            var nodes = Nodes(level, [level.Type.Full]);
            if (nodes.Count > 0)
            {
                parts.Add(new GroupNode { IsChoice = level.IsChoice, Children = nodes.ToEquatable() });
            }
        }

        var content = parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new GroupNode { Children = parts.SelectMany(part => part.IsChoice ? (IEnumerable<Node>)[part] : part.Children).ToEquatable() },
        };
        return new ContentPlan(
            attributes.OrderBy(attribute => attribute.Name).ToEquatable(),
            text,
            content,
            levels.SelectMany(level => level.Members).FirstOrDefault(member => member.Kind == MemberKind.Mixed));
    }

    private List<Node> Nodes(TypeShape level, HashSet<string> open)
    {
        var nodes = new List<Node>();
        var members = level.Members.Where(member => member.Kind is not (MemberKind.Attribute or MemberKind.Text or MemberKind.Mixed)).ToList();
        for (var i = 0; i < members.Count;)
        {
            if (members[i].Choice is not { } choice)
            {
                nodes.Add(NodeOf(members[i++], level, open));
                continue;
            }

            var branches = members.Skip(i).TakeWhile(member => member.Choice == choice).ToList();
            nodes.Add(new GroupNode
            {
                IsChoice = true,
                MinOccurs = branches.Any(branch => branch.IsChoiceOptional) ? 0 : 1,
                Children = branches.Select(branch => NodeOf(branch, level, open)).ToEquatable(),
            });
            i += branches.Count;
        }

        return nodes;
    }

    private Node NodeOf(MemberShape member, TypeShape level, HashSet<string> open)
    {
        var uri = level.SchemaName.Namespace;
        if (member.Kind == MemberKind.Group)
        {
            // A group that contains itself has no finite content; its inner occurrence is left out and the grammar refuses the rest.
            var isKnown = _types.TryGetValue(member.Value.Type.Full, out var group) && open.Add(group.Type.Full);
            var children = isKnown ? Nodes(group!, open) : [];
            if (isKnown)
            {
                open.Remove(group!.Type.Full);
            }

            return new GroupNode
            {
                IsChoice = group?.IsChoice ?? false,
                MinOccurs = member.MinOccurs,
                MaxOccurs = member.MaxOccurs,
                Member = member,
                Children = children.ToEquatable(),
            };
        }

        if (member.Kind == MemberKind.Any)
        {
            return new LeafNode { Member = member, Name = new QName(uri, "*"), Prefix = string.Empty };
        }

        var name = new QName(member.IsReference ? member.Namespace ?? uri : _namespaces.OfLocalElement(uri), member.Name);
        return new LeafNode { Member = member, Name = name, Prefix = _namespaces.PrefixOf(name.Namespace) };
    }
}
