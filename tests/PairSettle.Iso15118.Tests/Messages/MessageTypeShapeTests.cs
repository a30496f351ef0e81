using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Iso15118.XmlSignature;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Iso15118.Tests.Messages;

public sealed class MessageTypeShapeTests
{
    private static readonly HashSet<Type> Values =
    [
        typeof(bool), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(BigInteger), typeof(string), typeof(ExiBytes), typeof(ExiAnyElement), typeof(ExiMixedText),
    ];

    // The counts are facts of the schemas: a first event code of the document grammar takes as many bits as it takes to
    // tell one more than the global elements apart, and of the fragment grammar two more than the element names.
    [Theory]
    [InlineData(typeof(AppProtocolSchema), 2, 9)]
    [InlineData(typeof(XmlDsigSchema), 24, 45)]
    [InlineData(typeof(Din.DinSchema), 81, 245)]
    [InlineData(typeof(Iso2Schema), 80, 243)]
    [InlineData(typeof(CommonMessagesSchema), 54, 281)]
    [InlineData(typeof(AcSchema), 42, 154)]
    [InlineData(typeof(DcSchema), 48, 149)]
    [InlineData(typeof(WptSchema), 38, 193)]
    [InlineData(typeof(AcdpSchema), 34, 129)]
    public void Schema_Annotated_DeclaresAllElements(Type schema, int globals, int names)
    {
        Assert.Equal(globals, AnnotatedTypes.GlobalElements(schema).Count);
        Assert.Equal(names, AnnotatedTypes.ElementNames(schema).Count);
    }

    [Theory]
    [InlineData(typeof(BodyBaseType), typeof(IResponseMessage))]
    [InlineData(typeof(Din.BodyBaseType), typeof(Din.IResponseMessage))]
    public void BodyElement_SubstitutionGroup_HasThirtyFourMessages(Type head, Type response)
    {
        var messages = AnnotatedTypes.All
            .Where(t => t.Namespace == head.Namespace
                && t.GetCustomAttributes<ExiGlobalElementAttribute>().Any(a => a.SubstitutionGroup == "BodyElement"))
            .ToList();
        Assert.Equal(34, messages.Count);
        Assert.All(messages, m => Assert.Equal(head, m.BaseType));
        Assert.All(messages, m => Assert.Equal(m.Name.EndsWith("Res", StringComparison.Ordinal), m.IsAssignableTo(response)));
    }

    [Theory]
    [InlineData(CommonMessagesSchema.Namespace, 26)]
    [InlineData(AcSchema.Namespace, 4)]
    [InlineData(DcSchema.Namespace, 10)]
    [InlineData(WptSchema.Namespace, 12)]
    [InlineData(AcdpSchema.Namespace, 8)]
    public void Part20_Messages_AreRequestsAndResponses(string set, int count)
    {
        var messages = AnnotatedTypes.All
            .Where(t => t.GetCustomAttributes<ExiGlobalElementAttribute>().Any(a => a.Root && a.TargetNamespace == set))
            .ToList();
        Assert.Equal(count, messages.Count);
        Assert.All(messages, m => Assert.True(
            m.IsAssignableTo(m.Name.EndsWith("Res", StringComparison.Ordinal) ? typeof(V2GResponseType) : typeof(V2GRequestType)), m.Name));
    }

    [Fact]
    public void SubstitutionGroup_EveryMember_DerivesFromItsHead()
    {
        var heads = AnnotatedTypes.All
            .SelectMany(t => t.GetCustomAttributes<ExiGlobalElementAttribute>().Select(a => (Type: t, Element: a)))
            .ToDictionary(x => new ExiQualifiedName(x.Element.TargetNamespace, x.Element.Name));
        foreach (var (type, element) in heads.Values.Where(x => x.Element.SubstitutionGroup is not null))
        {
            var head = heads[new(element.SubstitutionGroupNamespace ?? element.TargetNamespace, element.SubstitutionGroup!)];
            Assert.True(type.IsSubclassOf(head.Type), $"{type.Name} stands for {element.SubstitutionGroup}");

            // ISO 15118-20 has heads that are not abstract themselves while their type is.
            Assert.True(head.Type.IsAbstract || !head.Element.Abstract, $"{element.SubstitutionGroup} has no type to derive from");
        }
    }

    [Fact]
    public void Type_Annotated_IsSealedOrExtended()
    {
        foreach (var type in AnnotatedTypes.All.Where(t => !t.IsSealed && !t.IsAbstract))
        {
            // A concrete type that the schema extends, such as ServiceType.
            Assert.Contains(AnnotatedTypes.All, other => other.BaseType == type);
        }

        foreach (var type in AnnotatedTypes.All.Where(t => t.IsAbstract))
        {
            // Nobody else can add to the alternatives that the codec knows.
            Assert.All(
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Where(c => c.GetParameters().Length == 0),
                c => Assert.True(c.IsFamilyAndAssembly, type.Name));
        }
    }

    [Fact]
    public void Type_Annotated_IsImmutable()
    {
        foreach (var type in AnnotatedTypes.All)
        {
            Assert.Empty(type.GetFields(BindingFlags.Instance | BindingFlags.Public));
            foreach (var property in AnnotatedTypes.Properties(type))
            {
                var name = $"{type.Name}.{property.Name}";
                var setter = property.SetMethod;
                Assert.True(
                    setter is not null && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
                    $"{name} can be changed");
                var item = AnnotatedTypes.ItemType(property.PropertyType);
                Assert.True(
                    item.IsEnum || Values.Contains(item) || AnnotatedTypes.All.Contains(item),
                    $"{name} holds a {item.Name}");
            }
        }
    }

    [Fact]
    public void Property_OfAnnotatedType_IsMappedAndRequiredAsTheSchemaSays()
    {
        var nullability = new NullabilityInfoContext();
        foreach (var type in AnnotatedTypes.All)
        {
            var choice = type.GetCustomAttribute<ExiTypeAttribute>()?.Compositor == ExiCompositor.Choice
                || type.GetCustomAttribute<ExiModelGroupAttribute>()?.Compositor == ExiCompositor.Choice;
            foreach (var property in AnnotatedTypes.Properties(type))
            {
                var name = $"{type.Name}.{property.Name}";
                var minimum = property.GetCustomAttributes().Select(Minimum).Single(m => m is not null);
                var isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ExiList<>);
                var isNullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
                var isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
                Assert.False(isList && isNullable, name);
                Assert.True(isRequired == (isList ? minimum > 0 : !isNullable), $"{name}: required differs from the schema");
                Assert.False(choice && isRequired && !property.IsDefined(typeof(ExiAttributeAttribute)), name);
            }
        }
    }

    [Fact]
    public void Enumeration_Members_CountFromZero()
    {
        Assert.NotEmpty(AnnotatedTypes.Enumerations);
        foreach (var type in AnnotatedTypes.Enumerations)
        {
            // EXI codes the position of a literal, so a gap or another order changes the bits.
            var numbers = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (int)f.GetRawConstantValue()!);
            Assert.Equal(Enumerable.Range(0, Enum.GetValues(type).Length), numbers);
        }
    }

    [Fact]
    public void Type_Annotated_IsDocumented()
    {
        var file = Path.ChangeExtension(typeof(V2G_Message).Assembly.Location, ".xml");
        var documented = XDocument.Load(file).Descendants("member")
            .Where(m => m.Element("summary")?.Value.Trim().EndsWith('.') == true)
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet();
        foreach (var type in AnnotatedTypes.All)
        {
            Assert.Contains($"T:{type.FullName}", documented);
            Assert.All(AnnotatedTypes.Properties(type), p => Assert.Contains($"P:{type.FullName}.{p.Name}", documented));
        }

        foreach (var type in AnnotatedTypes.Enumerations)
        {
            Assert.Contains($"T:{type.FullName}", documented);
            Assert.All(Enum.GetNames(type), n => Assert.Contains($"F:{type.FullName}.{n}", documented));
        }
    }

    private static int? Minimum(Attribute annotation) => annotation switch
    {
        ExiElementAttribute element => element.MinOccurs,
        ExiGroupAttribute group => group.MinOccurs,
        ExiAnyAttribute any => any.MinOccurs,
        ExiMixedAttribute => 0,
        ExiAttributeAttribute or ExiTextAttribute => 1,
        _ => null,
    };
}
