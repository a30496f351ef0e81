using System.Runtime.CompilerServices;

namespace PairSettle.Exi;

/// <summary>
/// What a decoder accepts at most, beyond the schema's own facets. There is always a limit; memory is further bounded
/// by the octets that are left, so a length field alone never allocates.
/// </summary>
public sealed record ExiLimits
{
    /// <summary>The largest stream that any limits can admit: bit offsets, and a little beyond, are 32-bit numbers.</summary>
    public const int LargestStream = (int.MaxValue / 8) - 16;

    /// <summary>Room for every message of ISO 15118 and for most other documents.</summary>
    public static ExiLimits Default { get; } = new();

    /// <summary>The tightest limits that still admit every message of ISO 15118-2 and DIN SPEC 70121.</summary>
    public static ExiLimits Strict { get; } = new()
    {
        MaxOctets = 64 * 1024,
        MaxStringLength = 4096,
        MaxBinaryLength = 16 * 1024,
        MaxListItems = 1024,
        MaxAnyNodes = 256,
        MaxDepth = 32,
        MaxIntegerBits = 256,
        MaxXmlCharacters = 512 * 1024,
        MaxTableEntries = 4096,
        MaxBlockEvents = 16 * 1024,
        MaxInflatedOctets = 1024 * 1024,
        MaxInflationRatio = 64,
    };

    /// <summary>Octets of one stream. The default is 1 MiB.</summary>
    public int MaxOctets { get; init => field = Checked(value, LargestStream); } = 1024 * 1024;

    /// <summary>Code points of one string. The default is 65,536.</summary>
    public int MaxStringLength { get; init => field = Checked(value); } = 64 * 1024;

    /// <summary>Octets of one binary value. The default is 1 MiB.</summary>
    public int MaxBinaryLength { get; init => field = Checked(value); } = 1024 * 1024;

    /// <summary>Items of one list. The default is 4,096.</summary>
    public int MaxListItems { get; init => field = Checked(value); } = 4096;

    /// <summary>Elements, attributes and texts of one stream that no annotated type describes. The default is 4,096.</summary>
    public int MaxAnyNodes { get; init => field = Checked(value); } = 4096;

    /// <summary>Elements inside each other. The default is 64.</summary>
    public int MaxDepth { get; init => field = Checked(value); } = 64;

    /// <summary>Bits of an integer that the schema does not bound. The default is 4,096.</summary>
    public int MaxIntegerBits { get; init => field = Checked(value); } = 4096;

    /// <summary>Characters of one XML form. The default is 8 Mi.</summary>
    public int MaxXmlCharacters { get; init => field = Checked(value); } = 8 * 1024 * 1024;

    /// <summary>Names, and separately values, that the string table of one stream may hold. The default is 65,536.</summary>
    public int MaxTableEntries { get; init => field = Checked(value); } = 64 * 1024;

    /// <summary>Events of one block of a compressed or reordered stream. The default is 262,144.</summary>
    public int MaxBlockEvents { get; init => field = Checked(value); } = 256 * 1024;

    /// <summary>Octets that one compressed part may grow to. The default is 16 MiB.</summary>
    public int MaxInflatedOctets { get; init => field = Checked(value); } = 16 * 1024 * 1024;

    /// <summary>How many times larger than itself a compressed part may grow, once it is beyond 32 KiB. The default is 256.</summary>
    public int MaxInflationRatio { get; init => field = Checked(value); } = 256;

    /// <summary>Rules of this codec, beyond those of EXI, that a stream may break. The default is none.</summary>
    public ExiTolerance Tolerance { get; init; }

    private static int Checked(int value, int largest = int.MaxValue, [CallerMemberName] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest, name);
        return value;
    }
}
