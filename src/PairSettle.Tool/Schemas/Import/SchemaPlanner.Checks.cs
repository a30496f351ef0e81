using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Schemas.Import;

internal sealed partial class SchemaPlanner
{
    private readonly HashSet<XmlQualifiedName> _heads = [];
    private bool _hasWildcards;

    /// <summary>The names of simple types in a namespace, where wildcards make names count (EXI 1.0, D.3).</summary>
    private List<string> OtherNames(string uri) => !_hasWildcards ? [] : _set.GlobalTypes.Values.OfType<XmlSchemaSimpleType>()
        .Where(type => type.QualifiedName.Namespace == uri).Select(type => type.QualifiedName.Name).Order(StringComparer.Ordinal).ToList();

    /// <summary>Checks that annotations state no name which the schema does not declare, where names count.</summary>
    private void CheckNames()
    {
        foreach (var type in _members.Keys.Where(type => _hasWildcards && type.QualifiedName.IsEmpty && type.Parent is XmlSchemaElement { QualifiedName.Namespace: "" }))
        {
            var name = ((XmlSchemaElement)type.Parent!).QualifiedName.Name;
            if (WildcardScope.TargetNamespace(type) is { Length: > 0 } uri)
            {
                Report(
                    ImportFault.WildcardNames, NameOf(new XmlQualifiedName(name, uri)),
                    "an anonymous type of an unqualified element counts among the names behind a wildcard");
            }
        }
    }

    /// <summary>Checks that C# types tell the members of a substitution group apart.</summary>
    private void CheckSubstitution(XmlSchemaElement head)
    {
        var members = Members(head).ToList();
        if (members.Count == 1 || head.ElementSchemaType is not XmlSchemaComplexType || !_heads.Add(head.QualifiedName))
        {
            return;
        }

        foreach (var member in members.Where(member => !DerivesFrom(member.ElementSchemaType, head.ElementSchemaType)))
        {
            Report(ImportFault.Substitution, NameOf(member.QualifiedName), $"its type does not extend that of {NameOf(head.QualifiedName)}");
        }

        var shared = members.Where(member => !member.IsAbstract && member.ElementSchemaType is XmlSchemaComplexType { IsAbstract: false })
            .GroupBy(member => member.ElementSchemaType).Where(same => same.Count() > 1);
        foreach (var same in shared)
        {
            Report(
                ImportFault.Substitution, NameOf(head.QualifiedName),
                $"{string.Join(", ", same.Select(member => NameOf(member.QualifiedName)))} have one type, so that no value tells them apart");
        }
    }

    /// <summary>The head of a substitution group and all that may stand in its place.</summary>
    private IEnumerable<XmlSchemaElement> Members(XmlSchemaElement head) => InOrder(
        _set.GlobalElements.Values.Cast<XmlSchemaElement>().Where(element => element.SubstitutionGroup == head.QualifiedName && element != head),
        element => element.QualifiedName).SelectMany(Members).Prepend(head);

    private static bool DerivesFrom(XmlSchemaType? type, XmlSchemaType? head)
    {
        for (var current = type as XmlSchemaComplexType; current is not null; current = ParentOf(current))
        {
            if (current == head)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Checks that types know every global attribute: fragments number them all (EXI 1.0, 8.5.3).</summary>
    private void CheckAttributes()
    {
        var used = _members.Keys.SelectMany(Uses).Select(attribute => attribute.QualifiedName).ToHashSet();
        foreach (var attribute in InOrder(_set.GlobalAttributes.Values.Cast<XmlSchemaAttribute>(), attribute => attribute.QualifiedName)
            .Where(attribute => !used.Contains(attribute.QualifiedName)))
        {
            Report(ImportFault.GlobalAttribute, $"@{NameOf(attribute.QualifiedName)}", "no type refers to this global attribute");
        }
    }
}
