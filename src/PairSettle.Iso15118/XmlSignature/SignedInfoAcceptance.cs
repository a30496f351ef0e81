namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Which grammars of SignedInfo a verifier tries.</summary>
public enum SignedInfoAcceptance
{
    /// <summary>Both, the standard's first.</summary>
    Either,

    /// <summary><see cref="SignedInfoGrammar.XmlDsig"/> only.</summary>
    XmlDsigOnly,

    /// <summary><see cref="SignedInfoGrammar.MessageDefinition"/> only.</summary>
    MessageDefinitionOnly,
}
