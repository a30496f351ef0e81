using System.Buffers;

namespace PairSettle.Exi;

/// <summary>
/// A message that stands alone as an EXI document, for callers that hold one without knowing which. Every annotated root
/// implements it.
/// </summary>
public interface IExiDocument
{
    /// <summary>Encodes the message as an EXI document.</summary>
    /// <param name="destination">Receives the stream.</param>
    /// <param name="bytesWritten">The octets of the stream; 0 if the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ExiContentException">The message breaks its schema.</exception>
    bool TryEncode(Span<byte> destination, out int bytesWritten);

    /// <summary>Encodes the message as an EXI document.</summary>
    /// <param name="destination">Receives the stream.</param>
    /// <exception cref="ExiContentException">The message breaks its schema.</exception>
    void Encode(IBufferWriter<byte> destination);

    /// <summary>Encodes the message as an EXI document.</summary>
    /// <returns>The stream.</returns>
    /// <exception cref="ExiContentException">The message breaks its schema.</exception>
    byte[] ToExi();

    /// <summary>Writes the message in its XML form.</summary>
    /// <returns>The text of an XML document.</returns>
    string ToXml();
}
