namespace PairSettle.Credentials;

/// <summary>What a wrong or absent check character of an EMAID means. Most identifiers in the field's test material are wrong, so this is a policy.</summary>
public enum EmaidCheck
{
    /// <summary>The character is not looked at.</summary>
    Ignore,

    /// <summary>A wrong or absent character is reported and changes nothing.</summary>
    Note,

    /// <summary>A wrong or absent character rejects.</summary>
    Require,
}
