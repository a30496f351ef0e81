using System.Numerics;
using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Exi.Codecs;

namespace PairSettle.Tool.Fuzzing;

/// <summary>
/// Tells new behaviour of a decoder from known: where it refuses, and for what; and which elements in which order it
/// accepts. That is the decoder's own account of its path, so no code needs to be instrumented.
/// </summary>
internal sealed class Novelty
{
    private readonly Dictionary<ExiSchemaCodec, HashSet<string>> _declared = [];
    private readonly HashSet<(string Schema, bool Fragment, int Fault, int Magnitude, string Place)> _seen = [];

    /// <summary>The number of behaviours seen.</summary>
    public int Count => _seen.Count;

    /// <summary>Notes what a decoder does with a stream, and tells whether it has not done so before.</summary>
    public bool IsNew(ExiSchemaCodec codec, bool fragment, byte[] octets)
    {
        var isValid = codec.TryDecodeToXml(octets, fragment, out var xml, out var error);
        var place = isValid ? Shape(codec, xml!) : Innermost(error.Path);
        return _seen.Add((codec.TargetNamespace, fragment, isValid ? 0 : (int)error.Fault, Magnitude(isValid ? octets.Length : error.BitOffset), place));
    }

    /// <summary>Where a refusal is: elements that contain each other would make each depth another place.</summary>
    private static string Innermost(string path)
    {
        var name = path.LastIndexOf('/');
        var parent = name < 0 ? -1 : path.LastIndexOf('/', name - 1);
        return path[(parent + 1)..];
    }

    private static int Magnitude(int value) => BitOperations.Log2((uint)value + 1);

    /// <summary>The elements that occur, each once where it repeats, and those of names that the streams made up as one.</summary>
    private string Shape(ExiSchemaCodec codec, string xml)
    {
        if (!_declared.TryGetValue(codec, out var declared))
        {
            _declared.Add(codec, declared = [.. codec.Names.SelectMany(names => names.LocalNames)]);
        }

        return string.Join(' ', XDocument.Parse(xml).Descendants()
            .Select(element => declared.Contains(element.Name.LocalName) ? element.Name.LocalName : "*").Distinct());
    }
}
