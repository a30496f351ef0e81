namespace PairSettle.Credentials;

/// <summary>
/// What a wrong or absent check character of an identifier means. Much of what is in use in the field is wrong, so this is a policy and no
/// condition for parsing.
/// </summary>
public enum IdentifierCheck
{
    /// <summary>The character is not looked at.</summary>
    Ignore,

    /// <summary>A wrong or absent character is reported and changes nothing.</summary>
    Note,

    /// <summary>A wrong or absent character rejects.</summary>
    Require,
}
