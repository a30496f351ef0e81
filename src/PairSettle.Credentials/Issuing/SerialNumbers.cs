using System.Security.Cryptography;

namespace PairSettle.Credentials.Issuing;

/// <summary>Makes serial numbers.</summary>
public static class SerialNumbers
{
    private const int Octets = 15;

    /// <summary>A positive serial number of 15 octets from the system's random number generator.</summary>
    /// <returns>The octets.</returns>
    public static ReadOnlyMemory<byte> Random()
    {
        var serial = RandomNumberGenerator.GetBytes(Octets);

        // Always the full length: neither negative nor padded.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
