namespace PairSettle.Tool.Capture.Tls;

/// <summary>Takes what a TLS connection turns out to be and to carry. Directions are numbered 0 and 1 as by the connection below.</summary>
internal interface ITlsReceiver
{
    /// <summary>The ServerHello has come: version, suite, and whether the records can be opened.</summary>
    void Negotiated(string description);

    /// <summary>Application data, in order.</summary>
    void Receive(int direction, ReadOnlyMemory<byte> content);

    /// <summary>Nothing more of the connection can be read.</summary>
    void Fail(CaptureError error);
}
