using System.ComponentModel;
using System.Numerics;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi;

/// <summary>
/// The value partitions of one stream: a global one and one for each qualified name, both without bound as the default
/// options have it (EXI 1.0, 7.3.3). With them stand the names that a wildcard may need. Readers make one only when a
/// stream refers to it; writers only when asked to, or for the names of a wildcard.
/// </summary>
/// <param name="schema">The codec of the schema whose wildcards the stream may use, or null where there are none.</param>
/// <param name="writesReferences">Whether a writer refers to values that it has written before.</param>
/// <param name="variants">What a reader notes and a writer repeats in place of its own choices; null for neither.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiStringTable(ExiCodec? schema = null, bool writesReferences = true, ExiVariants? variants = null)
{
    private readonly List<string> _global = [];
    private readonly Dictionary<int, List<string>> _local = [];

    // Only writers look values up; they do so before they enter the first one.
    private Dictionary<string, int>? _globalIdentifiers;
    private Dictionary<(int QName, string Value), int>? _localIdentifiers;

    /// <summary>Where the stream has another form than its writer would choose; null where nobody wants to know.</summary>
    internal ExiVariants? Variants { get; } = variants;

    /// <summary>Whether a writer refers to values that it has written before.</summary>
    internal bool WritesReferences { get; } = writesReferences;

    /// <summary>The names of the stream; null where the schema is not known.</summary>
    internal NameTable? Names => field ??= schema is ExiSchemaCodec codec ? new NameTable(codec) : null;

    /// <summary>The number of values in the global partition.</summary>
    public int GlobalCount => _global.Count;

    /// <summary>The number of values in the partition of a qualified name.</summary>
    /// <param name="qname">The number of the qualified name.</param>
    /// <returns>The number of values.</returns>
    public int LocalCount(int qname) => _local.TryGetValue(qname, out var partition) ? partition.Count : 0;

    /// <summary>Enters a value that was coded in full. Empty strings are never entered.</summary>
    /// <param name="qname">The number of the qualified name of the element or attribute.</param>
    /// <param name="value">The value.</param>
    public void Add(int qname, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (!_local.TryGetValue(qname, out var partition))
        {
            _local.Add(qname, partition = []);
        }

        _ = _globalIdentifiers?.TryAdd(value, _global.Count);
        _ = _localIdentifiers?.TryAdd((qname, value), partition.Count);
        _global.Add(value);
        partition.Add(value);
    }

    /// <summary>The value of the global partition with this compact identifier.</summary>
    internal string Global(int identifier) => _global[identifier];

    /// <summary>The value of a local partition with this compact identifier.</summary>
    internal string Local(int qname, int identifier) => _local[qname][identifier];

    /// <summary>Looks a value up for a writer in the partition of a qualified name.</summary>
    internal bool TryFindLocal(int qname, string value, out int identifier) =>
        (_localIdentifiers ??= []).TryGetValue((qname, value), out identifier);

    /// <summary>Looks a value up for a writer in the global partition.</summary>
    internal bool TryFindGlobal(string value, out int identifier) =>
        (_globalIdentifiers ??= new(StringComparer.Ordinal)).TryGetValue(value, out identifier);

    /// <summary>The bits of a compact identifier in a partition of this size: ceil(log2 m).</summary>
    internal static int IdentifierBits(int count) => 32 - BitOperations.LeadingZeroCount((uint)count - 1);
}
