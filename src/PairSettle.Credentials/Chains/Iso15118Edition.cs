namespace PairSettle.Credentials;

/// <summary>The edition of ISO 15118 whose certificate profiles apply.</summary>
public enum Iso15118Edition
{
    /// <summary>ISO 15118-2: P-256 with SHA-256, at most 800 octets a certificate.</summary>
    Iso15118_2,

    /// <summary>ISO 15118-20: P-521 with SHA-512, at most 1,600 octets a certificate.</summary>
    Iso15118_20,
}
