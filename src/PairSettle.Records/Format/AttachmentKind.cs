namespace PairSettle.Records.Format;

/// <summary>What an attachment of a record is.</summary>
public enum AttachmentKind
{
    /// <summary>A certificate, named by the chains of signed parts.</summary>
    Certificate = 0,

    /// <summary>A revocation list or an OCSP response, named by the evidence lists of signed parts.</summary>
    Evidence = 1,

    /// <summary>A signed declaration, named by the hash of its content.</summary>
    Declaration = 2,

    /// <summary>What a meter signed in a format of its own, named by a meter statement.</summary>
    MeterAttestation = 3,

    /// <summary>A signed ISO 15118 message as EXI octets with its header, named by the charger's half-record.</summary>
    IsoMessage = 4,

    /// <summary>What opens a commitment.</summary>
    Disclosure = 5,
}
