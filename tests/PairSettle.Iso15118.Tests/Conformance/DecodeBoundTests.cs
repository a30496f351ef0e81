using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Tests.Messages;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>
/// What a stream can cost: at most <see cref="OctetsPerOctet"/> octets of memory for each of its own, where it has content
/// behind wildcards <see cref="OctetsBehindWildcards"/>, and a fixed part. The densest content that the schema admits of every
/// type is damaged here, so that the bound is about the worst case.
/// </summary>
public class DecodeBoundTests
{
    private const int FixedPart = 2_048;
    private const int OctetsPerOctet = 96;
    private const int OctetsBehindWildcards = 256;
    private const int MostItems = 2_000;
    private const int MutationsOfEach = 20;

    private static readonly List<(ContentCoding Coding, byte[] Octets)> Densest = MakeDensest();

    [Fact]
    public void TryDecode_DensestContentOfEveryType_StaysWithinTheBound()
    {
        Assert.True(Densest.Count >= 95, $"only {Densest.Count} types can be made");
        foreach (var (coding, octets) in Densest)
        {
            AssertBounded(coding, octets, isValid: true);
        }
    }

    [Fact]
    public void TryDecode_AnyMutationOfIt_StaysWithinTheBound()
    {
        var seed = 20_261_127UL;
        foreach (var (coding, octets) in Densest)
        {
            for (var i = 0; i < MutationsOfEach; i++)
            {
                AssertBounded(coding, Mutate(octets, new RandomChoices(seed++)), isValid: false);
            }
        }
    }

    /// <summary>A few octets that enter a wildcard pay for no table of the schema's names; many pay for what they say.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(800)]
    [InlineData(3900)]
    public void TryDecode_DensestContentBehindWildcards_StaysWithinTheBound(int nodes)
    {
        var seed = 1UL;
        foreach (var shape in DenseWildcard.Names)
        {
            var octets = Iso2Schema.EncodeFragment(DenseWildcard.Make(shape, nodes));
            Assert.True(Iso2Schema.TryDecodeFragment(octets, out ObjectType? _, out var error), $"{shape}: {error}");
            for (var i = 0; i < MutationsOfEach; i++)
            {
                AssertBounded(octets.Length, () => Iso2Schema.TryDecodeFragment(octets, out ObjectType? _, out error), shape, OctetsBehindWildcards);
                octets = Mutate(octets, new RandomChoices(seed++));
            }
        }
    }

    [Fact]
    public void TryDecode_MoreNodesBehindWildcardsThanAllowed_IsRefused()
    {
        foreach (var shape in DenseWildcard.Names)
        {
            var content = DenseWildcard.Make(shape, 60);
            var nodes = DenseWildcard.NodesOf(content);
            var octets = Iso2Schema.EncodeFragment(content);

            Assert.True(Iso2Schema.TryDecodeFragment(octets, out ObjectType? _, out var error, new() { MaxAnyNodes = nodes }), $"{shape}: {error}");
            Assert.False(Iso2Schema.TryDecodeFragment(octets, out ObjectType? _, out error, new() { MaxAnyNodes = nodes - 1 }), shape);
            Assert.Equal(ExiFault.TooManyItems, error.Fault);
        }
    }

    [Theory]
    [InlineData("8000FFFFFFFF7F0000")]
    [InlineData("8098FFFFFFFFFF")]
    [InlineData("809802FFFFFFFF7F")]
    public void TryDecode_AFewOctetsThatClaimGigabytes_CostAlmostNothing(string hex)
    {
        var octets = Convert.FromHexString(hex);

        AssertBounded(octets.Length, () => V2G_Message.TryDecode(octets, out _, out _), hex);
        AssertBounded(octets.Length, () => SupportedAppProtocolReq.TryDecode(octets, out _, out _), hex);
        Assert.False(V2G_Message.TryDecode(octets, out _, out _));
        Assert.False(SupportedAppProtocolReq.TryDecode(octets, out _, out _));
    }

    private static List<(ContentCoding Coding, byte[] Octets)> MakeDensest()
    {
        List<(ContentCoding, byte[])> densest = [];
        foreach (var coding in ContentCoding.All)
        {
            if (new MessageMaker(new DenseChoices(MostItems)).TryMake(coding.Type, out var value))
            {
                densest.Add((coding, coding.Encode(value, out _)));
            }
        }

        return densest;
    }

    private static void AssertBounded(ContentCoding coding, byte[] octets, bool isValid)
    {
        Assert.True(coding.TryDecode(octets, out _, out var error) || !isValid, $"{coding.Type.Name}: {error}");
        var perOctet = AdmitsAny(coding.Type) ? OctetsBehindWildcards : OctetsPerOctet;
        AssertBounded(octets.Length, () => coding.TryDecode(octets, out _, out _), coding.Type.Name, perOctet);
    }

    private static bool AdmitsAny(Type type, HashSet<Type>? seen = null) =>
        (seen ??= []).Add(type) && MessageMaker.Properties(type).Any(property =>
            property.IsDefined(typeof(ExiAnyAttribute), inherit: true) || AnnotatedTypes.All.Any(other => other.IsAssignableTo(AnnotatedTypes.ItemType(property.PropertyType)) && AdmitsAny(other, seen)));

    private static void AssertBounded(int length, Action decode, string what, int perOctet = OctetsPerOctet)
    {
        // Once before, for what the runtime allocates the first time a path is taken.
        decode();
        var before = GC.GetAllocatedBytesForCurrentThread();
        decode();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(
            allocated <= FixedPart + ((long)perOctet * length),
            $"{what}: {allocated} octets were allocated for a stream of {length}: {(allocated - FixedPart) / (double)Math.Max(1, length):F1} an octet");
    }

    private static byte[] Mutate(byte[] octets, MessageChoices choices)
    {
        var mutated = octets[..^choices.Pick(octets.Length + 1)];
        for (var flips = choices.Pick(4); flips > 0 && mutated.Length > 0; flips--)
        {
            mutated[choices.Pick(mutated.Length)] ^= (byte)(1 << choices.Pick(8));
        }

        return mutated;
    }
}
