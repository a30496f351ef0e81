using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>A signature that is to be verified.</summary>
/// <param name="Purpose">What the signature is for.</param>
/// <param name="Message">The message; its header carries the signature.</param>
/// <param name="Raw">The message exactly as it was received.</param>
/// <param name="Chain">The chain of the key that must have signed, where it is part of the session.</param>
public sealed record SignatureCheck(SignaturePurpose Purpose, V2G_Message Message, ExiBytes Raw, CertificateChainType? Chain);
