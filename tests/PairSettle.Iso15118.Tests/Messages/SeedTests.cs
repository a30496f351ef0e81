using System.Reflection;
using System.Text.Json;
using PairSettle.Exi;

namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>
/// The project's own streams, seeds of mutation and fuzzing: valid messages and signed fragments at random, of every message
/// set. To make them anew, for instance for a new message set, set <see cref="Update"/> and run once.
/// </summary>
public class SeedTests
{
    private const bool Update = false;
    private const int TriesOfEach = 60;
    private const int LongestSeed = 160;
    private const int SeedsOfEach = 2;
    private const int MadeAgain = 120;

    [Fact]
    public void Update_Always_IsOff() => Assert.False(Update);

    [Fact]
    public void Make_AgainFromTheSameSeed_GivesTheSameMessages()
    {
        var lines = Lines().Take(MadeAgain).ToList();

        Assert.Equal(lines, Lines().Take(MadeAgain));
        Assert.Equal(MadeAgain, lines.Count);
        if (Update)
        {
#pragma warning disable CS0162 // As in every test with this switch.
            lines = Lines().ToList();
            File.WriteAllLines(Repository.PathOf("tests", "vectors", "exi-seeds.jsonl"), lines);
#pragma warning restore CS0162
        }
    }

    private static IEnumerable<string> Lines() => Documents().Concat(Fragments())
        .Select(made => JsonSerializer.Serialize(new { id = made.Id, schema = made.Schema, kind = made.Kind, exi_hex = Convert.ToHexStringLower(made.Octets) }));

    private static IEnumerable<(string Id, string Schema, string Kind, byte[] Octets)> Documents() =>
        from type in AnnotatedTypes.All.OrderBy(type => type.FullName, StringComparer.Ordinal)
        let root = type.GetCustomAttributes<ExiGlobalElementAttribute>().FirstOrDefault(element => element.Root)
        where root is not null
        let encode = type.GetMethod("ToExi", [])!
        from made in Few(type, value => (byte[])encode.Invoke(value, [])!)
        select ($"seed/{root.Name}/{made.Name}", root.TargetNamespace, "document", made.Octets);

    private static IEnumerable<(string Id, string Schema, string Kind, byte[] Octets)> Fragments() =>
        from schema in typeof(Iso2.V2G_Message).Assembly.GetTypes().Where(type => type.IsDefined(typeof(ExiSchemaAttribute)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
        from encode in schema.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "EncodeFragment" && method.GetParameters().Length == 1)
            .OrderBy(method => method.GetParameters()[0].ParameterType.FullName, StringComparer.Ordinal)
        let type = encode.GetParameters()[0].ParameterType
        let codec = (ExiCodec)schema.GetProperty("Codec")!.GetValue(null)!
        from made in Few(type, value => (byte[])encode.Invoke(null, [value])!)
        select ($"seed/{schema.Name}/{type.Name}/{made.Name}", codec.TargetNamespace, "fragment", made.Octets);

    /// <summary>A few short streams of one type, different in what they hold.</summary>
    private static IEnumerable<(string Name, byte[] Octets)> Few(Type type, Func<object, byte[]> encode)
    {
        Dictionary<string, int> seen = [];
        for (var seed = 1UL; seed <= TriesOfEach * (ulong)Alternatives(type); seed++)
        {
            if (!new MessageMaker(new RandomChoices(seed)).TryMake(type, out var value))
            {
                yield break;
            }

            var octets = encode(value);
            var content = ContentOf(value);
            var count = seen.GetValueOrDefault(content);
            if (octets.Length <= LongestSeed && count < SeedsOfEach)
            {
                seen[content] = count + 1;
                yield return ($"{content}/{seed}", octets);
            }
        }
    }

    /// <summary>The name of the message in a message, or of the type itself.</summary>
    private static string ContentOf(object value) =>
        value.GetType().GetProperty("Body")?.GetValue(value) is { } body ? body.GetType().GetProperty("BodyElement")?.GetValue(body)?.GetType().Name ?? "Body"
        : value.GetType().Name;

    /// <summary>How many messages a type may hold: all that there are, where it has a body for them.</summary>
    private static int Alternatives(Type type) => type.GetProperty("Body") is null ? 1 : 36;
}
