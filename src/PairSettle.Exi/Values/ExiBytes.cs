using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Exi;

/// <summary>An immutable octet string that compares by content. The default value is empty.</summary>
public readonly struct ExiBytes : IEquatable<ExiBytes>
{
    private readonly byte[]? _octets;

    private ExiBytes(byte[] octets) => _octets = octets;

    /// <summary>An octet string of length zero.</summary>
    public static ExiBytes Empty => default;

    /// <summary>The number of octets.</summary>
    public int Length => _octets?.Length ?? 0;

    /// <summary>The octets, without a copy.</summary>
    public ReadOnlySpan<byte> Span => _octets;

    /// <summary>The octets, without a copy.</summary>
    public ReadOnlyMemory<byte> Memory => _octets;

    /// <summary>Copies the given octets.</summary>
    /// <param name="octets">The octets to copy.</param>
    /// <returns>The octet string.</returns>
    public static ExiBytes Copy(ReadOnlySpan<byte> octets) => octets.IsEmpty ? default : new(octets.ToArray());

    /// <summary>Reads hexadecimal digits.</summary>
    /// <param name="hexadecimal">An even number of hexadecimal digits.</param>
    /// <returns>The octet string.</returns>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static ExiBytes FromHex(ReadOnlySpan<char> hexadecimal) => Adopt(Convert.FromHexString(hexadecimal));

    /// <summary>Takes ownership of an array that nobody else keeps.</summary>
    internal static ExiBytes Adopt(byte[] octets) => octets.Length == 0 ? default : new(octets);

    /// <summary>Copies the octets into an array.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToArray() => Span.ToArray();

    /// <inheritdoc/>
    public bool Equals(ExiBytes other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ExiBytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>The octets as upper-case hexadecimal digits.</summary>
    /// <returns>The digits.</returns>
    public override string ToString() => Convert.ToHexString(Span);

    /// <summary>Whether both hold the same octets.</summary>
    public static bool operator ==(ExiBytes left, ExiBytes right) => left.Equals(right);

    /// <summary>Whether the octets differ.</summary>
    public static bool operator !=(ExiBytes left, ExiBytes right) => !left.Equals(right);
}
