namespace PairSettle.Iso15118.Din70121;

/// <summary>What all responses have in common.</summary>
public interface IResponseMessage
{
    /// <summary>How the request was met.</summary>
    ResponseCodeType ResponseCode { get; }
}
