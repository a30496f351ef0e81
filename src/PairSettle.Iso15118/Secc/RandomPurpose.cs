namespace PairSettle.Iso15118.Secc;

/// <summary>What the charger needs random octets for.</summary>
public enum RandomPurpose
{
    /// <summary>A session identifier: eight octets.</summary>
    SessionId,

    /// <summary>GenChallenge: sixteen octets.</summary>
    Challenge,
}
