namespace PairSettle.Credentials;

/// <summary>How a responder answers a request (RFC 6960, 4.2.1). All but <see cref="Successful"/> are unsigned and prove nothing.</summary>
public enum OcspResponseStatus
{
    /// <summary>A signed response follows.</summary>
    Successful = 0,

    /// <summary>The request is not one.</summary>
    MalformedRequest = 1,

    /// <summary>The responder cannot answer at all.</summary>
    InternalError = 2,

    /// <summary>The responder cannot answer now.</summary>
    TryLater = 3,

    /// <summary>The request must be signed.</summary>
    SignatureRequired = 5,

    /// <summary>The responder does not speak for the issuer (RFC 5019, 2.2.3).</summary>
    Unauthorized = 6,
}
