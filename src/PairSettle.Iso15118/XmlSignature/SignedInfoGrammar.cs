namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// Which grammar turns SignedInfo into the octets that are signed. The stacks differ: most follow the schema of XML signatures alone, some
/// the message schema that imports it, and the octets differ in length.
/// </summary>
public enum SignedInfoGrammar
{
    /// <summary>The schema of XML signatures alone: what ISO 15118-2 means, RISE V2G and EcoG do, and what is written here.</summary>
    XmlDsig,

    /// <summary>The message schema of ISO 15118-2 with all that it imports.</summary>
    MessageDefinition,
}
