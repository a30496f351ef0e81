using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Tests.Grammars;

public class GrammarBuilderTests
{
    private static readonly SimpleType s_string = new() { Kind = DatatypeKind.String };

    [Fact]
    public void Build_OneMandatoryElement_TakesOneBit() =>
        Expect(Sequence(Element("a")), "0: 0 SE(a) -> 1", "1: 0 EE");

    [Fact]
    public void Build_EmptyType_EndsWithOneBit() => Expect(null, "0: 0 EE");

    [Fact]
    public void Build_OptionalRun_OffersAllUpToTheMandatoryElement() => Expect(
        Sequence(Element("a", 0), Element("b", 0), Element("c"), Element("d", 0)),
        "0: 00 SE(a) -> 1",
        "0: 01 SE(b) -> 2",
        "0: 10 SE(c) -> 3",
        "1: 00 SE(b) -> 2",
        "1: 01 SE(c) -> 3",
        "2: 0 SE(c) -> 3",
        "3: 00 SE(d) -> 4",
        "3: 01 EE",
        "4: 0 EE");

    [Fact]
    public void Build_BoundedRepetition_NarrowsAtItsMaximum() => Expect(
        Sequence(Element("a", 1, 20)),
        "0: 0 SE(a) -> 1",
        "1: 00 SE(a) -> 1",
        "1: 01 EE",
        "1 at 20: 0 EE");

    [Fact]
    public void Build_MinimumAboveOne_NarrowsBelowIt() => Expect(
        Sequence(Element("a", 2, 4), Element("b")),
        "0: 0 SE(a) -> 1",
        "1 below 2: 0 SE(a) -> 1",
        "1: 00 SE(a) -> 1",
        "1: 01 SE(b) -> 2",
        "1 at 4: 0 SE(b) -> 2",
        "2: 0 EE");

    [Theory]
    [InlineData(255)]
    [InlineData(1024)]
    [InlineData(1_000_000)]
    public void Build_LargeRepetition_IsCountedAndNotUnrolled(int maxOccurs) =>
        Assert.Equal(2, Build(Sequence(Element("a", 1, maxOccurs))).States.Count);

    [Fact]
    public void Build_Choice_KeepsTheOrderOfTheSchema() => Expect(
        Choice(Element("z"), Element("a")),
        "0: 00 SE(z) -> 1",
        "0: 01 SE(a) -> 2",
        "1: 0 EE",
        "2: 0 EE");

    [Fact]
    public void Build_RepeatedChoice_LoopsFromEveryBranch() => Expect(
        Sequence(Choice(Element("a"), Element("b")) with { MinOccurs = 0, MaxOccurs = Particle.Unbounded }),
        "0: 00 SE(a) -> 1",
        "0: 01 SE(b) -> 2",
        "0: 10 EE",
        "1: 00 SE(a) -> 1",
        "1: 01 SE(b) -> 2",
        "1: 10 EE",
        "2: 00 SE(a) -> 1",
        "2: 01 SE(b) -> 2",
        "2: 10 EE");

    [Fact]
    public void Build_Attributes_AreSortedByNameAndComeBeforeContent() => Expect(
        Sequence(Element("e", 0)),
        type => type with { Attributes = new([Attribute("z", false), Attribute("b", true), Attribute("a", false)]) },
        "0: 00 AT(a) -> 1",
        "0: 01 AT(b) -> 2",
        "1: 0 AT(b) -> 2",
        "2: 00 AT(z) -> 3",
        "2: 01 SE(e) -> 4",
        "2: 10 EE",
        "3: 00 SE(e) -> 4",
        "3: 01 EE",
        "4: 0 EE");

    [Fact]
    public void Build_SimpleContent_HasCharactersAfterTheAttributes() => Expect(
        null,
        type => type with { Text = s_string, Attributes = new([Attribute("Id", false)]) },
        "0: 00 AT(Id) -> 1",
        "0: 01 CH -> 2",
        "1: 0 CH -> 2",
        "2: 0 EE");

    /// <summary>The shape of ds:CanonicalizationMethod: a required attribute, then anything.</summary>
    [Fact]
    public void Build_MixedWildcard_AddsUntypedCharactersToContentOnly() => Expect(
        Sequence(new WildcardParticle { MinOccurs = 0, MaxOccurs = Particle.Unbounded }),
        type => type with { IsMixed = true, Attributes = new([Attribute("Algorithm", true)]) },
        "0: 0 AT(Algorithm) -> 1",
        "1: 00 SE(*) -> 2",
        "1: 01 EE",
        "1: 10 CH untyped -> 1",
        "2: 00 SE(*) -> 2",
        "2: 01 EE",
        "2: 10 CH untyped -> 2");

    /// <summary>The shape of ds:KeyInfo: with an optional attribute, text may be the first event.</summary>
    [Fact]
    public void Build_MixedAfterOptionalAttribute_LeadsTextPastTheAttributes() => Expect(
        Sequence(Choice(Element("a"), new WildcardParticle()) with { MaxOccurs = Particle.Unbounded }),
        type => type with { IsMixed = true, Attributes = new([Attribute("Id", false)]) },
        "0: 000 AT(Id) -> 1",
        "0: 001 SE(a) -> 2",
        "0: 010 SE(*) -> 3",
        "0: 011 CH untyped -> 1",
        "1: 00 SE(a) -> 2",
        "1: 01 SE(*) -> 3",
        "1: 10 CH untyped -> 1",
        "2: 000 SE(a) -> 2",
        "2: 001 SE(*) -> 3",
        "2: 010 EE",
        "2: 011 CH untyped -> 2",
        "3: 000 SE(a) -> 2",
        "3: 001 SE(*) -> 3",
        "3: 010 EE",
        "3: 011 CH untyped -> 3");

    [Fact]
    public void Build_SubstitutionGroup_IsSortedAndKeepsItsAbstractHead()
    {
        GlobalElement[] elements =
        [
            Global("m", isAbstract: true),
            Global("z", head: "m"),
            Global("b", head: "m"),
            Global("c", head: "b"),
        ];

        Expect(
            Sequence(Element("m", 0) with { IsReference = true }),
            type => type,
            elements,
            "0: 000 SE(b) -> 1",
            "0: 001 SE(c) -> 1",
            "0: 010 SE(m) -> 1 abstract",
            "0: 011 SE(z) -> 1",
            "0: 100 EE",
            "1: 0 EE");
    }

    [Fact]
    public void Build_SameElementTwiceInAPlace_IsRefused() =>
        Assert.Throws<SchemaException>(() => Build(Sequence(Element("a", 0), Element("a"))));

    [Fact]
    public void Build_BoundedGroup_IsRefused() =>
        Assert.Throws<SchemaException>(() => Build(Sequence(Sequence(Element("a")) with { MaxOccurs = 3 })));

    [Fact]
    public void Dump_EveryTwoThings_DifferOnlyByTheirWidth()
    {
        // A state of k productions costs ceil(log2(k + 1)) bits, for one code more is the way out of the schema.
        foreach (var (count, width) in new[] { (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (35, 6), (36, 6), (63, 6), (64, 7) })
        {
            var grammar = Build(Choice(Enumerable.Range(0, count).Select(i => Element($"e{i:D3}")).ToArray<Particle>()));
            Assert.Equal(width, grammar.States[0].Productions.Width);
        }
    }

    [Fact]
    public void Of_UndeclaredEvents_CountWhatTheStateLacks()
    {
        var text = Build(null, type => type with { Text = s_string, Attributes = new([Attribute("Id", true)]) });

        // Before the attribute: EE, two of xsi, AT(*), AT untyped, SE(*), CH. After it, without those of xsi. At the end, SE(*), CH.
        Assert.Equal(new UndeclaredEvents(3, 0, 6), UndeclaredEvents.Of(text.States[0], text.States[0].Productions));
        Assert.Equal(new UndeclaredEvents(3, 0, 4), UndeclaredEvents.Of(text.States[1], text.States[1].Productions));
        Assert.Equal(new UndeclaredEvents(1, -1, 1), UndeclaredEvents.Of(text.States[2], text.States[2].Productions));
    }

    private static void Expect(GroupParticle? content, params string[] lines) => Expect(content, type => type, [], lines);

    private static void Expect(GroupParticle? content, Func<ComplexType, ComplexType> change, params string[] lines) =>
        Expect(content, change, [], lines);

    private static void Expect(GroupParticle? content, Func<ComplexType, ComplexType> change, GlobalElement[] elements, params string[] lines) =>
        Assert.Equal(lines, GrammarText.Of(Build(content, change, elements)).TrimEnd('\n').Split('\n'));

    private static TypeGrammar Build(GroupParticle? content, Func<ComplexType, ComplexType>? change = null, params GlobalElement[] elements)
    {
        var type = new ComplexType { Id = "T", Name = new("urn:t", "T"), Content = content };
        type = change is null ? type : change(type);
        return GrammarBuilder.Build(type, new SchemaIndex(new SchemaModel { Elements = new(elements), Types = new([type]) }));
    }

    private static GroupParticle Sequence(params Particle[] particles) => new() { Particles = new(particles) };

    private static GroupParticle Choice(params Particle[] particles) => new() { IsChoice = true, Particles = new(particles) };

    private static ElementParticle Element(string name, int minOccurs = 1, int maxOccurs = 1) => new()
    {
        Name = new("urn:t", name),
        Type = TypeReference.To(s_string),
        MinOccurs = minOccurs,
        MaxOccurs = maxOccurs,
    };

    private static AttributeUse Attribute(string name, bool isRequired) => new() { Name = new("", name), Type = s_string, IsRequired = isRequired };

    private static GlobalElement Global(string name, string? head = null, bool isAbstract = false) => new()
    {
        Name = new("urn:t", name),
        Type = TypeReference.To(s_string),
        IsAbstract = isAbstract,
        SubstitutionHead = head is null ? null : new QName("urn:t", head),
    };
}
