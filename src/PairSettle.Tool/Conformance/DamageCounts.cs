using System.Globalization;

namespace PairSettle.Tool.Conformance;

/// <summary>What became of damaged streams that were judged.</summary>
internal sealed record DamageCounts
{
    /// <summary>Streams that were refused with a code.</summary>
    public long Refused { get; init; }

    /// <summary>Streams that were accepted and that the encoder writes octet for octet.</summary>
    public long Identical { get; init; }

    /// <summary>Streams that were accepted with references to the string table, and say what their own form says.</summary>
    public long References { get; init; }

    /// <summary>Streams that were accepted with an empty element in another form, and say what their own form says.</summary>
    public long EmptyElements { get; init; }

    /// <summary>Streams that were accepted with both of these variants, and say what their own form says.</summary>
    public long Both { get; init; }

    /// <summary>All streams that were judged and found right.</summary>
    public long Total => Refused + Identical + References + EmptyElements + Both;

    /// <summary>Adds two counts.</summary>
    public static DamageCounts operator +(DamageCounts left, DamageCounts right) => new()
    {
        Refused = left.Refused + right.Refused,
        Identical = left.Identical + right.Identical,
        References = left.References + right.References,
        EmptyElements = left.EmptyElements + right.EmptyElements,
        Both = left.Both + right.Both,
    };

    /// <summary>The counts in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Total} streams: {Refused} refused, {Identical} written again as they are, {References} with string table references, {EmptyElements} with empty elements in another form, {Both} with both");
}
