using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>The attributes and the content of a type, those of its base types included.</summary>
internal sealed record ContentPlan(EquatableArray<ValueNode> Attributes, ValueNode? Text, GroupNode? Content, MemberShape? Mixed = null)
{
    public IEnumerable<LeafNode> Leaves => LeavesOf(Content);

    /// <summary>All mapped properties that hold values or records.</summary>
    public IEnumerable<MemberShape> Values =>
        Attributes.Select(attribute => attribute.Member)
            .Concat(Text is null ? [] : [Text.Member])
            .Concat(Leaves.Select(leaf => leaf.Member));

    /// <summary>The names under which string tables keep values of this type.</summary>
    public IEnumerable<QName> StringNames =>
        Attributes.Where(attribute => attribute.Member.Value.IsText).Select(attribute => attribute.Name)
            .Concat(Leaves.Where(leaf => leaf.Member.Value.IsText).Select(leaf => leaf.Name));

    public ComplexType ToComplexType(TypeShape type) => new()
    {
        Id = type.Type.Full,
        Name = type.SchemaName,
        IsAbstract = type.IsAbstract,
        IsMixed = type.IsMixed,
        Attributes = Attributes.Select(attribute => new AttributeUse
        {
            Name = attribute.Name,
            Type = attribute.Member.Simple!,
            IsRequired = !attribute.Member.IsNullable,
        }).ToEquatable(),
        Text = Text?.Member.Simple,
        Content = Content is null ? null : (GroupParticle)ToParticle(Content, false),
    };

    public static IEnumerable<LeafNode> LeavesOf(Node? node) => node switch
    {
        GroupNode group => group.Children.SelectMany(LeavesOf),
        LeafNode leaf => [leaf],
        _ => [],
    };

    private static Particle ToParticle(Node node, bool inChoice)
    {
        if (node is GroupNode group)
        {
            return new GroupParticle
            {
                IsChoice = group.IsChoice,
                MinOccurs = inChoice && group.MaxOccurs == 1 ? 1 : group.MinOccurs,
                MaxOccurs = group.MaxOccurs,
                Particles = group.Children.Select(child => ToParticle(child, group.IsChoice)).ToEquatable(),
            };
        }

        var leaf = (LeafNode)node;
        var member = leaf.Member;
        var minOccurs = inChoice && !member.IsList ? 1 : member.MinOccurs;
        return member.Kind == MemberKind.Any
            ? new WildcardParticle
            {
                MinOccurs = minOccurs,
                MaxOccurs = member.MaxOccurs,
                ExcludedNamespace = member.IsOtherNamespace ? leaf.Name.Namespace : null,
            }
            : new ElementParticle
            {
                Name = leaf.Name,
                Type = member.Simple is { } simple ? TypeReference.To(simple) : TypeReference.To(member.Value.Type.Full),
                IsReference = member.IsReference,
                MinOccurs = minOccurs,
                MaxOccurs = member.MaxOccurs,
            };
    }
}
