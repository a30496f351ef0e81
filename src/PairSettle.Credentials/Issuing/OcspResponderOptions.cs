namespace PairSettle.Credentials.Issuing;

/// <summary>How a responder answers.</summary>
public sealed record OcspResponderOptions
{
    /// <summary>How long an answer counts, one minute to seven days ([V2G20-1021] allows no more). A revocation is known everywhere after that time.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The most answers that are kept; one takes about a kilooctet.</summary>
    public int CachedAnswers { get; init; } = 4_096;

    internal void Check()
    {
        if (Validity < TimeSpan.FromMinutes(1) || Validity > TimeSpan.FromDays(7))
        {
            throw new ArgumentException("the validity of an answer is one minute to seven days", nameof(Validity));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(CachedAnswers);
    }
}
