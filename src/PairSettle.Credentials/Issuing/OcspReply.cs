namespace PairSettle.Credentials.Issuing;

/// <summary>What <see cref="OcspResponder"/> answers: DER octets for the wire, and how long they may be kept.</summary>
public sealed record OcspReply
{
    internal OcspReply(OcspResponseStatus status, ReadOnlyMemory<byte> rawData)
    {
        Status = status;
        RawData = rawData;
    }

    /// <summary>How the request was answered.</summary>
    public OcspResponseStatus Status { get; }

    /// <summary>The OCSPResponse, DER.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The time of the information; null where nothing was signed.</summary>
    public DateTimeOffset? ThisUpdate { get; init; }

    /// <summary>The time of newer information; null where nothing was signed.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    /// <summary>Whether the octets answer the next one who asks the same: signed, of known certificates, and without a nonce.</summary>
    public bool IsReusable { get; init; }

    /// <summary>An unsigned answer.</summary>
    /// <param name="status">Anything but <see cref="OcspResponseStatus.Successful"/>.</param>
    /// <returns>The answer.</returns>
    public static OcspReply Refusal(OcspResponseStatus status) => status != OcspResponseStatus.Successful && Enum.IsDefined(status)
        ? new OcspReply(status, new byte[] { 0x30, 0x03, 0x0A, 0x01, (byte)status })
        : throw new ArgumentOutOfRangeException(nameof(status));
}
