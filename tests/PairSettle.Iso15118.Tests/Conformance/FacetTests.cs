using System.Reflection;
using PairSettle.Exi;
using PairSettle.Iso15118.Tests.Messages;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>
/// Every facet of every property, of all types of all message sets: the values at its edges are coded, the values just
/// outside are refused, by the decoder at the bit where they stand and by the encoder before anything is sent.
/// </summary>
public class FacetTests
{
    [Fact]
    public void Decode_ValueJustOutsideAFacet_IsRefusedWhereItStands()
    {
        var (facets, refused, problems) = (0, 0, new List<string>());
        foreach (var (coding, property, facet) in Facets())
        {
            facets++;
            var inside = facet.Inside.Select(value => (Value: value, Bits: BitsWith(coding, property, value.Object!))).ToList();
            if (inside.Count < 2)
            {
                // The one value that there is takes no bits, so there are none for another either.
                Assert.All(facet.Outside, value => Assert.Null(value.Bits));
                continue;
            }

            var start = FirstDifference(inside[0].Bits, inside[1].Bits) - FirstDifference(inside[0].Value.Bits!, inside[1].Value.Bits!);
            var (valid, bits) = (inside[0].Value.Bits!, inside[0].Bits);
            Assert.Equal(valid, bits.Substring(start, valid.Length));
            foreach (var value in facet.Outside.Where(value => value.Bits is not null))
            {
                var octets = Octets(bits[..start] + value.Bits + bits[(start + valid.Length)..]);
                if (coding.TryDecode(octets, out _, out var error) || error.Fault != facet.Fault || error.BitOffset != start)
                {
                    problems.Add($"{coding.Type.Name}.{property.Name}: {error} instead of {facet.Fault} at bit {start}");
                }

                refused++;
            }
        }

        Assert.True(facets >= 100 && refused >= 130, $"{facets} facets, {refused} values outside them");
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Decode_ValueAtTheEdgeOfAFacet_IsWhatWasEncoded()
    {
        foreach (var (coding, property, facet) in Facets())
        {
            foreach (var value in facet.Inside)
            {
                var made = With(coding, property, value.Object!);
                Assert.True(coding.TryDecode(coding.Encode(made, out _), out var decoded, out var error), $"{coding.Type.Name}.{property.Name}: {error}");
                Assert.Equal(made, decoded);
            }
        }
    }

    [Fact]
    public void Encode_ValueJustOutsideAFacet_IsRefused()
    {
        var (refused, problems) = (0, new List<string>());
        foreach (var (coding, property, facet) in Facets())
        {
            foreach (var value in facet.Outside.Where(value => value.Object is not null))
            {
                if (FaultOf(coding, With(coding, property, value.Object!)) is var fault && fault != facet.Fault)
                {
                    problems.Add($"{coding.Type.Name}.{property.Name} = {value.Object}: {fault} instead of {facet.Fault}");
                }

                refused++;
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(refused >= 130, $"only {refused} values");
    }

    private static ExiFault FaultOf(ContentCoding coding, object value)
    {
        try
        {
            coding.Encode(value, out _);
            return ExiFault.None;
        }
        catch (ExiContentException exception)
        {
            return exception.Error.Fault;
        }
    }

    /// <summary>The facets of the properties of a type and of its groups.</summary>
    private static IEnumerable<(ContentCoding Coding, PropertyInfo Property, Facet Facet)> Facets() =>
        from coding in ContentCoding.All
        where new MessageMaker(new()).TryMake(coding.Type, out _)
        from property in Leaves(coding.Type)
        let facet = Facet.Of(property)
        where facet is not null
        select (coding, property, facet);

    private static IEnumerable<PropertyInfo> Leaves(Type type) => MessageMaker.Properties(type).SelectMany(property =>
        property.IsDefined(typeof(ExiGroupAttribute)) ? Leaves(AnnotatedTypes.ItemType(property.PropertyType)) : [property]);

    private static object With(ContentCoding coding, PropertyInfo property, object value)
    {
        Assert.True(new MessageMaker(new(), new Dictionary<PropertyInfo, object> { [property] = value }).TryMake(coding.Type, out var made));
        return made;
    }

    private static string BitsWith(ContentCoding coding, PropertyInfo property, object value)
    {
        var octets = coding.Encode(With(coding, property, value), out var bits);
        return string.Concat(octets.Select(octet => octet.ToString("b8", System.Globalization.CultureInfo.InvariantCulture)))[..bits];
    }

    private static int FirstDifference(string left, string right) => left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();

    private static byte[] Octets(string bits) =>
        [.. bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
}
