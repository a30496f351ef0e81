using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>
/// ACDP documents for peers that number the messages in another order. Everybody else uses <see cref="AcdpSchema"/> and
/// the messages themselves, which know the standard's order alone.
/// </summary>
public static class AcdpDocument
{
    // The octet after the header begins with the event code of the root, 6 bits.
    private const int CodeOctet = 1;
    private const int CodeShift = 2;
    private const int ConnectRes = 1;
    private const int DisconnectReq = 2;
    private const int RestMask = (1 << CodeShift) - 1;

    /// <summary>Decodes an ACDP document.</summary>
    /// <param name="source">The whole stream.</param>
    /// <param name="order">The order in which the sender numbers the messages.</param>
    /// <param name="message">The message, on success.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <param name="limits">What to accept at most; by default <see cref="ExiLimits.Default"/>.</param>
    /// <returns>Whether the stream is a valid message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is not one of those named.</exception>
    public static bool TryDecode(
        ReadOnlySpan<byte> source,
        AcdpElementOrder order,
        [NotNullWhen(true)] out V2GMessageType? message,
        out ExiError error,
        ExiLimits? limits = null)
    {
        if (!IsRenumbered(source, order))
        {
            return AcdpSchema.TryDecode(source, out message, out error, limits);
        }

        var copy = ArrayPool<byte>.Shared.Rent(source.Length);
        try
        {
            source.CopyTo(copy);
            Renumber(copy);
            return AcdpSchema.TryDecode(copy.AsSpan(0, source.Length), out message, out error, limits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>Encodes an ACDP message as an EXI document.</summary>
    /// <param name="message">A message of ACDP.</param>
    /// <param name="order">The order in which the receiver numbers the messages.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="ArgumentException">The message belongs to another set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order is not one of those named.</exception>
    /// <exception cref="ExiContentException">The message breaks its schema.</exception>
    public static byte[] Encode(V2GMessageType message, AcdpElementOrder order)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message is not IExiDocument document || message.GetType().Namespace != typeof(AcdpDocument).Namespace)
        {
            throw new ArgumentException($"{message.GetType().Name} is no message of ACDP.", nameof(message));
        }

        var octets = document.ToExi();
        if (IsRenumbered(octets, order))
        {
            Renumber(octets);
        }

        return octets;
    }

    private static bool IsRenumbered(ReadOnlySpan<byte> octets, AcdpElementOrder order) => order switch
    {
        AcdpElementOrder.ElementName => false,
        AcdpElementOrder.TypeName => octets.Length > CodeOctet && octets[CodeOctet] >> CodeShift is ConnectRes or DisconnectReq,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "An order that is not known."),
    };

    private static void Renumber(Span<byte> octets)
    {
        var code = octets[CodeOctet] >> CodeShift == ConnectRes ? DisconnectReq : ConnectRes;
        octets[CodeOctet] = (byte)((code << CodeShift) | (octets[CodeOctet] & RestMask));
    }
}
