namespace PairSettle.Tool.Capture.Network;

/// <summary>The flags of a segment that reassembly looks at.</summary>
[Flags]
internal enum TcpFlags : byte
{
    None = 0,
    Fin = 0x01,
    Syn = 0x02,
    Rst = 0x04,
    Ack = 0x10,
}
