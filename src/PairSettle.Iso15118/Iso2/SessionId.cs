using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Makes and recognises session identifiers (<see cref="MessageHeaderType.SessionID"/>).</summary>
public static class SessionId
{
    /// <summary>The length of an identifier that a SECC chooses, in octets.</summary>
    public const int Length = 8;

    /// <summary>The identifier of no session, with which a vehicle asks for a new one: one zero octet.</summary>
    public static ExiBytes None { get; } = ExiBytes.Copy([0]);

    /// <summary>Whether the identifier stands for no session: it is empty or zero at whatever length.</summary>
    /// <param name="sessionId">The identifier.</param>
    /// <returns>Whether it stands for no session.</returns>
    /// <remarks>Vehicles write zero with one octet or with eight.</remarks>
    public static bool IsNone(ExiBytes sessionId) => !sessionId.Span.ContainsAnyExcept((byte)0);

    /// <summary>Makes the identifier of a new session from random octets.</summary>
    /// <param name="random">Eight octets from a cryptographic generator.</param>
    /// <returns>The identifier, which never stands for no session.</returns>
    /// <exception cref="ArgumentException">There are not eight octets.</exception>
    public static ExiBytes Create(ReadOnlySpan<byte> random)
    {
        if (random.Length != Length)
        {
            throw new ArgumentException($"A session identifier takes {Length} octets, not {random.Length}.", nameof(random));
        }

        Span<byte> octets = stackalloc byte[Length];
        random.CopyTo(octets);
        if (!octets.ContainsAnyExcept((byte)0))
        {
            octets[^1] = 1; // Zero would ask for a new session.
        }

        return ExiBytes.Copy(octets);
    }
}
