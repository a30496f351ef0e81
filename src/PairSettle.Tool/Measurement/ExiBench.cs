using System.Globalization;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Tool.Conformance;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Tool.Measurement;

/// <summary>Measures the typed codec on one vector.</summary>
internal static class ExiBench
{
    private delegate bool Decoder<T>(ReadOnlySpan<byte> source, out T? message, out ExiError error, ExiLimits? limits);

    private delegate bool PooledDecoder<T>(ReadOnlySpan<byte> source, ExiPool pool, out T? message, out ExiError error, ExiLimits? limits);

    private delegate bool Encoder<in T>(T message, Span<byte> destination, out int written);

    /// <summary>Measures a vector, or says why it cannot be measured.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="pool">Where decoding takes objects from, or null to make new ones.</param>
    /// <param name="line">The figures.</param>
    /// <param name="reason">Why there are none.</param>
    /// <returns>Whether there are figures.</returns>
    public static bool TryMeasure(Vector vector, ExiPool? pool, out string line, out string? reason)
    {
        line = "";
        if (vector.ExiHex is null || vector.Schema is null)
        {
            reason = "the line lacks exi_hex or schema";
            return false;
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        (line, reason) = MessageSets.Find(vector.Schema)?.Name switch
        {
            "iso2" => Measure<V2G_Message>(
                vector.Id!, octets, Choose<V2G_Message>(pool, V2G_Message.TryDecode, V2G_Message.TryDecode),
                static (V2G_Message m, Span<byte> d, out int n) => m.TryEncode(d, out n)),
            "din" => Measure<Din.V2G_Message>(
                vector.Id!, octets, Choose<Din.V2G_Message>(pool, Din.V2G_Message.TryDecode, Din.V2G_Message.TryDecode),
                static (Din.V2G_Message m, Span<byte> d, out int n) => m.TryEncode(d, out n)),
            "appprotocol" when SupportedAppProtocolReq.TryDecode(octets, out _, out _) => Measure<SupportedAppProtocolReq>(
                vector.Id!, octets, Choose<SupportedAppProtocolReq>(pool, SupportedAppProtocolReq.TryDecode, SupportedAppProtocolReq.TryDecode),
                static (SupportedAppProtocolReq m, Span<byte> d, out int n) => m.TryEncode(d, out n)),
            "appprotocol" => Measure<SupportedAppProtocolRes>(
                vector.Id!, octets, Choose<SupportedAppProtocolRes>(pool, SupportedAppProtocolRes.TryDecode, SupportedAppProtocolRes.TryDecode),
                static (SupportedAppProtocolRes m, Span<byte> d, out int n) => m.TryEncode(d, out n)),
            "iso20cm" => MeasurePart20(vector.Id!, octets, Choose<V2GMessageType>(pool, CommonMessagesSchema.TryDecode, CommonMessagesSchema.TryDecode)),
            "iso20ac" => MeasurePart20(vector.Id!, octets, Choose<V2GMessageType>(pool, AcSchema.TryDecode, AcSchema.TryDecode)),
            "iso20dc" => MeasurePart20(vector.Id!, octets, Choose<V2GMessageType>(pool, DcSchema.TryDecode, DcSchema.TryDecode)),
            "iso20wpt" => MeasurePart20(vector.Id!, octets, Choose<V2GMessageType>(pool, WptSchema.TryDecode, WptSchema.TryDecode)),
            "iso20acdp" => MeasurePart20(vector.Id!, octets, Choose<V2GMessageType>(pool, AcdpSchema.TryDecode, AcdpSchema.TryDecode)),
            _ => ("", $"no codec for the schema {vector.Schema}"),
        };
        return reason is null;
    }

    private static Decoder<T> Choose<T>(ExiPool? pool, Decoder<T> decode, PooledDecoder<T> decodePooled) =>
        pool is null
            ? decode
            : (ReadOnlySpan<byte> source, out T? message, out ExiError error, ExiLimits? limits) => decodePooled(source, pool, out message, out error, limits);

    /// <summary>As a receiver does it, which learns from the stream which message comes.</summary>
    private static (string Line, string? Reason) MeasurePart20(string id, byte[] octets, Decoder<V2GMessageType> decode) =>
        Measure(id, octets, decode, static (V2GMessageType m, Span<byte> d, out int n) => ((IExiDocument)m).TryEncode(d, out n));

    private static (string Line, string? Reason) Measure<T>(string id, byte[] octets, Decoder<T> decode, Encoder<T> encode)
        where T : class
    {
        if (!decode(octets, out var message, out var error, null))
        {
            return ("", $"decode: {error}");
        }

        var destination = new byte[octets.Length + 16];
        if (!encode(message!, destination, out var written) || !destination.AsSpan(0, written).SequenceEqual(octets))
        {
            return ("", "encode does not give the same octets");
        }

        var decoding = Stopclock.Measure(() => decode(octets, out _, out _, null));
        var encoding = Stopclock.Measure(() => encode(message!, destination, out _));
        return (Line(id, octets.Length, decoding, encoding), null);
    }

    /// <summary>The figures of one vector.</summary>
    public static string Line(string id, int octets, Stopclock.Figures decoding, Stopclock.Figures encoding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id,-40} {octets,6} {decoding.BestNs,10:F0} / {decoding.MedianNs,9:F0} {encoding.BestNs,10:F0} / {encoding.MedianNs,9:F0} {decoding.AllocatedBytes,10} {encoding.AllocatedBytes,10}");
}
