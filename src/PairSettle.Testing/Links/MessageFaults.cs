namespace PairSettle.Testing.Links;

/// <summary>What a faulty link does to whole messages or frames that are sent through it; chances are in thousandths. The default does nothing.</summary>
public sealed record MessageFaults
{
    /// <summary>Fixes every choice that is left to chance.</summary>
    public ulong Seed { get; init; }

    /// <summary>The chance that a message is lost.</summary>
    public int DropPerMille { get; init; }

    /// <summary>The chance that a message arrives twice.</summary>
    public int DuplicatePerMille { get; init; }

    /// <summary>The chance that a message changes place with the next one.</summary>
    public int SwapPerMille { get; init; }

    /// <summary>The chance that a message loses a random number of octets at its end, all but one at most.</summary>
    public int TruncatePerMille { get; init; }

    /// <summary>The chance that one random bit of a message is flipped.</summary>
    public int CorruptPerMille { get; init; }

    /// <summary>The most that a message is delayed; each is delayed by a random part of it, and order is kept.</summary>
    public TimeSpan MaxDelay { get; init; }

    /// <summary>After so many messages the link closes.</summary>
    public int? CloseAfter { get; init; }

    /// <summary>The clock of <see cref="MaxDelay"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
