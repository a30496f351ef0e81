namespace PairSettle.Hal.Modbus;

/// <summary>The CRC of Modbus RTU: polynomial 0x8005 reflected, start value 0xFFFF (MODBUS over Serial Line V1.02, section 6.2.2).</summary>
public static class ModbusCrc
{
    private const ushort ReflectedPolynomial = 0xA001;

    private static readonly ushort[] Table = BuildTable();

    /// <summary>Computes the CRC. It goes over the line with its low octet first.</summary>
    /// <param name="octets">The unit address and the protocol data unit.</param>
    /// <returns>The CRC.</returns>
    public static ushort Compute(ReadOnlySpan<byte> octets)
    {
        ushort crc = 0xFFFF;
        foreach (var octet in octets)
        {
            crc = (ushort)(crc >> 8 ^ Table[(crc ^ octet) & 0xFF]);
        }

        return crc;
    }

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = (ushort)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (ushort)((value & 1) != 0 ? value >> 1 ^ ReflectedPolynomial : value >> 1);
            }

            table[i] = value;
        }

        return table;
    }
}
