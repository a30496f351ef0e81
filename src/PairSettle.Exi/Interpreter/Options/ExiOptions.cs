using System.Runtime.CompilerServices;
using System.Xml;

namespace PairSettle.Exi.Interpreter;

/// <summary>
/// The options of a stream (EXI 1.0, 5.4), and how a writer makes use of them. A reader takes them as what was agreed out of
/// band; an options document in the stream takes their place.
/// </summary>
public sealed record ExiOptions
{
    /// <summary>The block size that is meant where none is given.</summary>
    public const int DefaultBlockSize = 1_000_000;

    /// <summary>The options that are meant where none are given.</summary>
    public static ExiOptions Default { get; } = new();

    /// <summary>How the parts of the stream are laid out.</summary>
    public ExiAlignment Alignment { get; init; }

    /// <summary>Whether nothing but what the schema declares can be written, which saves bits (EXI 1.0, 8.5.4.4.2).</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether the stream is a fragment: any number of elements, without one root.</summary>
    public bool IsFragment { get; init; }

    /// <summary>What the stream keeps beyond elements, attributes and values.</summary>
    public ExiPreserve Preserve { get; init; }

    /// <summary>Whether elements may be self-contained, so that they can be read on their own (EXI 1.0, 8.4.3).</summary>
    public bool IsSelfContained { get; init; }

    /// <summary>The elements that a writer makes self-contained.</summary>
    public IReadOnlyCollection<XmlQualifiedName> SelfContainedElements { get; init; } = [];

    /// <summary>Code points of the longest value that enters the string table, or null for no bound.</summary>
    public int? ValueMaxLength { get; init => field = Checked(value); }

    /// <summary>Values that the string table holds at once, or null for no bound.</summary>
    public int? ValuePartitionCapacity { get; init => field = Checked(value); }

    /// <summary>Values of one block of a compressed or reordered stream.</summary>
    public int BlockSize { get; init => field = Checked(value, 1)!.Value; } = DefaultBlockSize;

    /// <summary>Which types are written as which of EXI's datatypes, instead of those that the specification chooses (7.4).</summary>
    public IReadOnlyDictionary<XmlQualifiedName, XmlQualifiedName> DatatypeRepresentations { get; init; } =
        new Dictionary<XmlQualifiedName, XmlQualifiedName>();

    /// <summary>Whether a writer begins with the four characters that tell EXI from other formats.</summary>
    public bool HasCookie { get; init; }

    /// <summary>Whether a writer says the options in the header.</summary>
    public bool HasOptionsDocument { get; init; }

    /// <summary>Whether a writer's options document names the schema, or says that there is none.</summary>
    public bool HasSchemaId { get; init; }

    /// <summary>
    /// Whether a writer sorts attributes without a schema too, as Canonical EXI demands. Grammars of schemas leave no choice.
    /// </summary>
    public bool SortsAttributes { get; init; }

    /// <summary>How a writer writes repeated values.</summary>
    public ExiStringTableMode StringTable { get; init; } = ExiStringTableMode.Hits;

    /// <summary>What to accept at most.</summary>
    public ExiLimits Limits { get; init; } = ExiLimits.Default;

    internal bool IsReordered => Alignment is ExiAlignment.PreCompression or ExiAlignment.Compression;

    internal bool Preserves(ExiPreserve item) => (Preserve & item) != 0;

    /// <summary>Whether the options contradict each other (EXI 1.0, 5.4).</summary>
    internal bool AreConsistent =>
        !(IsSelfContained && (IsStrict || IsReordered)) && !(IsStrict && (Preserve & ~ExiPreserve.LexicalValues) != 0);

    /// <summary>The same options, once they are known not to contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    internal ExiOptions Checked() => AreConsistent ? this : throw new ArgumentException(
        "self-contained elements exclude strict grammars and reordering; strict grammars exclude all that is preserved but literals", "options");

    private static int? Checked(int? value, int minimum = 0, [CallerMemberName] string? name = null)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, minimum, name);
        }

        return value;
    }
}
