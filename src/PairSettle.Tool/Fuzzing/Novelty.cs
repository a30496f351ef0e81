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
    private readonly HashSet<(int Fault, string Place)> _landmarks = [];

    /// <summary>The number of behaviours seen.</summary>
    public int Count => _seen.Count;

    /// <summary>Notes what a decoder does with a stream, and tells whether it has not done so before.</summary>
    /// <param name="codec">The decoder.</param>
    /// <param name="fragment">Whether the stream is a fragment.</param>
    /// <param name="octets">The stream.</param>
    /// <param name="isLandmark">Whether an element of some name refuses for the first time for this reason, or is accepted for the first time.</param>
    public bool IsNew(ExiSchemaCodec codec, bool fragment, byte[] octets, out bool isLandmark)
    {
        var isValid = codec.TryDecodeToXml(octets, fragment, out var xml, out var error);
        var (fault, magnitude) = isValid ? (0, Magnitude(octets.Length)) : ((int)error.Fault, Magnitude(error.BitOffset));
        var places = isValid ? Steps(codec, xml!) : [Innermost(error.Path)];
        isLandmark = false;
        foreach (var place in places)
        {
            isLandmark |= _landmarks.Add((fault, place[(place.LastIndexOf('/') + 1)..]));
        }

        return _seen.Add((codec.TargetNamespace, fragment, fault, magnitude, string.Join(' ', places)));
    }

    /// <summary>Where a refusal is: elements that contain each other would make each depth another place.</summary>
    private static string Innermost(string path)
    {
        var name = path.LastIndexOf('/');
        var parent = name < 0 ? -1 : path.LastIndexOf('/', name - 1);
        return path[(parent + 1)..];
    }

    private static int Magnitude(int value) => BitOperations.Log2((uint)value + 1);

    /// <summary>Which elements occur in which, each pair once, and those of names that the streams made up as one.</summary>
    private List<string> Steps(ExiSchemaCodec codec, string xml)
    {
        if (!_declared.TryGetValue(codec, out var declared))
        {
            _declared.Add(codec, declared = [.. codec.Names.SelectMany(names => names.LocalNames)]);
        }

        return [.. XDocument.Parse(xml).Descendants().Select(element => $"{Name(element.Parent)}/{Name(element)}").Distinct()];

        string Name(XElement? element) => element is null ? string.Empty : declared.Contains(element.Name.LocalName) ? element.Name.LocalName : "*";
    }
}
