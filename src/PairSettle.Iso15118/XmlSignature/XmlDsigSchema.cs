using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

[assembly: ExiNamespace(XmlDsigSchema.Namespace, Prefix = "ds", OtherNames = ["CryptoBinary", "DigestValueType", "HMACOutputLengthType"])]

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// The schema of XML signatures, standing alone. ISO 15118-2 signs <c>SignedInfo</c> as a fragment of this schema, while
/// the digests are taken over fragments of the message schema.
/// </summary>
[ExiSchema(Namespace)]
public static partial class XmlDsigSchema
{
    /// <summary>The target namespace. Its local attributes are unqualified.</summary>
    public const string Namespace = "http://www.w3.org/2000/09/xmldsig#";
}
