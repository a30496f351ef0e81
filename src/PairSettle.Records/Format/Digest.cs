using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairSettle.Records.Format;

/// <summary>A SHA-256 value. The default value, all zero, stands for "none".</summary>
public readonly struct Digest : IEquatable<Digest>, IComparable<Digest>
{
    /// <summary>The number of octets.</summary>
    public const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Reads a digest.</summary>
    /// <param name="octets">Exactly 32 octets.</param>
    /// <exception cref="ArgumentException">There are more or fewer octets.</exception>
    public Digest(ReadOnlySpan<byte> octets)
    {
        if (octets.Length != Length)
        {
            throw new ArgumentException("A digest has 32 octets.", nameof(octets));
        }

        _first = BinaryPrimitives.ReadUInt64BigEndian(octets);
        _second = BinaryPrimitives.ReadUInt64BigEndian(octets[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(octets[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(octets[24..]);
    }

    /// <summary>No digest: 32 zero octets.</summary>
    public static Digest None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => this == None;

    /// <summary>Hashes bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>Their SHA-256.</returns>
    public static Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(data, hash);
        return new(hash);
    }

    /// <summary>Copies the octets.</summary>
    /// <param name="destination">At least 32 octets of room.</param>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
    }

    /// <summary>Copies the octets into an array.</summary>
    /// <returns>32 octets.</returns>
    public byte[] ToArray()
    {
        var octets = new byte[Length];
        CopyTo(octets);
        return octets;
    }

    /// <inheritdoc/>
    public bool Equals(Digest other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _second, _third, _fourth);

    /// <summary>Orders digests as octet strings.</summary>
    /// <param name="other">The other digest.</param>
    /// <returns>The order.</returns>
    public int CompareTo(Digest other)
    {
        var order = _first.CompareTo(other._first);
        order = order != 0 ? order : _second.CompareTo(other._second);
        order = order != 0 ? order : _third.CompareTo(other._third);
        return order != 0 ? order : _fourth.CompareTo(other._fourth);
    }

    /// <summary>The octets as lower-case hexadecimal digits.</summary>
    /// <returns>64 digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(Digest left, Digest right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one comes first or both are the same.</summary>
    public static bool operator <=(Digest left, Digest right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one comes last.</summary>
    public static bool operator >(Digest left, Digest right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one comes last or both are the same.</summary>
    public static bool operator >=(Digest left, Digest right) => left.CompareTo(right) >= 0;
}
