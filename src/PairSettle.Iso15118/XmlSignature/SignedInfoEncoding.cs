using System.Security.Cryptography;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The hash of SignedInfo that is signed, under either grammar.</summary>
internal static class SignedInfoEncoding
{
    public static byte[] Hash(SignedInfoType signedInfo, SignedInfoGrammar grammar) => SHA256.HashData(grammar is SignedInfoGrammar.XmlDsig
        ? XmlDsigSchema.EncodeFragment(signedInfo)
        : Iso2Schema.EncodeFragment(signedInfo));
}
