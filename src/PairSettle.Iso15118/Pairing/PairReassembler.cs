using System.Globalization;

namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// Puts messages together from fragments. Fragments travel on an ordered link, so anything out of order is a fault and not something to
/// repair. Memory follows the octets that arrived, not the length that was announced.
/// </summary>
public sealed class PairReassembler
{
    private ushort _number;
    private int _length;
    private int _filled;
    private byte[] _octets = [];

    /// <summary>Whether a message has begun and is not complete.</summary>
    public bool IsWithinMessage => _filled > 0;

    /// <summary>Takes the payload of the next pair frame.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="message">The message that this fragment completes, or null if more are to come.</param>
    /// <param name="error">Why the payload was refused; the link cannot go on then.</param>
    /// <returns>Whether the payload was accepted.</returns>
    public bool TryAdd(ReadOnlySpan<byte> payload, out byte[]? message, out PairLinkError error)
    {
        message = null;
        if (!PairFragmentHeader.TryParse(payload, out var header, out error))
        {
            return false;
        }

        if (header.MessageNumber != _number)
        {
            error = Error(PairLinkFault.MessageNumberUnexpected, $"expected {_number}, found {header.MessageNumber}");
            return false;
        }

        if (IsWithinMessage && header.MessageLength != _length)
        {
            error = Error(PairLinkFault.LengthInconsistent, $"first announced {_length} octets, then {header.MessageLength}");
            return false;
        }

        if (header.Offset != _filled)
        {
            error = Error(PairLinkFault.OffsetUnexpected, $"expected {_filled}, found {header.Offset}");
            return false;
        }

        _length = header.MessageLength;
        Append(payload[PairFragmentHeader.Size..]);
        if (_filled == _length)
        {
            message = _octets.Length == _length ? _octets : _octets[.._length];
            _octets = [];
            _filled = 0;
            _number = unchecked((ushort)(_number + 1));
        }

        return true;
    }

    private void Append(ReadOnlySpan<byte> data)
    {
        if (_octets.Length - _filled < data.Length)
        {
            // Doubling, but never past the announced length: a single-fragment message gets an array of its own size.
            Array.Resize(ref _octets, Math.Min(_length, Math.Max(_filled + data.Length, _octets.Length * 2)));
        }

        data.CopyTo(_octets.AsSpan(_filled));
        _filled += data.Length;
    }

    private static PairLinkError Error(PairLinkFault fault, FormattableString detail) =>
        new(fault, detail.ToString(CultureInfo.InvariantCulture));
}
