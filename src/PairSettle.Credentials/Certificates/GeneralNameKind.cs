namespace PairSettle.Credentials;

/// <summary>The forms of GeneralName (RFC 5280, 4.2.1.6); the value is the tag.</summary>
internal enum GeneralNameKind
{
    Other = 0,
    Email = 1,
    Dns = 2,
    X400 = 3,
    Directory = 4,
    EdiParty = 5,
    Uri = 6,
    Ip = 7,
    Registered = 8,
}
