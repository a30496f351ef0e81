namespace PairSettle.Exi.Interpreter;

/// <summary>How the parts of a stream are laid out (EXI 1.0, 5.4 and 9).</summary>
public enum ExiAlignment
{
    /// <summary>Without gaps, in as few bits as each part needs. The default.</summary>
    BitPacked,

    /// <summary>Each part begins at an octet, so that the stream can be inspected or compressed by other means.</summary>
    ByteAligned,

    /// <summary>Aligned, and with the values of each name brought together, ready to be compressed by other means.</summary>
    PreCompression,

    /// <summary>As before, and compressed with DEFLATE.</summary>
    Compression,
}
