namespace PairSettle.Exi;

/// <summary>
/// The rules that decoders here add to EXI's own. A rule in this set is not applied, so that streams of peers that break it
/// are read. Such streams are not what an encoder would write: whoever verifies a signature over octets keeps them as received.
/// </summary>
[Flags]
public enum ExiTolerance
{
    /// <summary>Every rule is applied.</summary>
    None = 0,

    /// <summary>
    /// The bits that fill up the last octet may have any value (<see cref="ExiFault.NonZeroPadding"/>). For peers that encode
    /// into a buffer that still holds the message before.
    /// </summary>
    Padding = 1,

    /// <summary>
    /// Octets may follow the end of the document (<see cref="ExiFault.TrailingOctets"/>) and are not looked at. For vehicles
    /// that end the ContractAuthenticationReq of DIN SPEC 70121 with an octet too many, as two models did in recordings.
    /// </summary>
    TrailingOctets = 2,

    /// <summary>Integers may take more octets than they need (<see cref="ExiFault.NonCanonicalInteger"/>; EXI 1.0, 7.1.6).</summary>
    LongIntegers = 4,
}
