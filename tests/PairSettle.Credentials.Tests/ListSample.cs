using System.Formats.Asn1;
using System.Text;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests;

/// <summary>Signs revocation lists of the kinds that the package reads and never issues.</summary>
internal static class ListSample
{
    // Around PkiFixture.Now.
    private static readonly DerNode ThisUpdate = Text(0x17, "261122110000Z");
    private const string NextUpdate = "261129110000Z";

    /// <summary>Signs a list with a number, entries and further extensions.</summary>
    public static CertificateRevocationList Sign(DistinguishedName issuer, ICredentialSigner key, byte number, IEnumerable<DerNode> entries, params DerNode[] extensions) =>
        SignUntil(NextUpdate, issuer, key, number, entries, extensions);

    /// <summary>The same with a next update of its own.</summary>
    public static CertificateRevocationList SignUntil(
        string nextUpdate, DistinguishedName issuer, ICredentialSigner key, byte number, IEnumerable<DerNode> entries, params DerNode[] extensions)
    {
        DerNode[] listed = [.. entries];
        DerNode[] revoked = listed.Length == 0 ? [] : [Sequence(listed)];
        var tbs = Sequence([
            DerNode.Primitive(0x02, 1),
            DerNode.Parse(Convert.FromHexString("300A06082A8648CE3D040302")), // ecdsa-with-SHA256
            Name(issuer),
            ThisUpdate,
            Text(0x17, nextUpdate),
            .. revoked,
            DerNode.Constructed(0xA0, Sequence([Extension(Oids.CrlNumber, false, DerNode.Primitive(0x02, number)), .. extensions])),
        ]);
        return CertificateRevocationList.Parse(DerWriting.Sign(tbs.Encode(), key));
    }

    /// <summary>An entry of the list's issuer, or of another one.</summary>
    public static DerNode Entry(Certificate certificate, RevocationReason reason, DistinguishedName? issuer = null)
    {
        DerNode[] named = issuer is null ? [] : [Extension(Oids.CertificateIssuer, true, Sequence(Directory(issuer)))];
        return Sequence(
            DerNode.Primitive(0x02, certificate.SerialNumber.ToArray()),
            ThisUpdate,
            Sequence([Extension(Oids.CrlReason, false, DerNode.Primitive(0x0A, (byte)reason)), .. named]));
    }

    /// <summary>Marks a list as the changes since another.</summary>
    public static DerNode DeltaOf(byte number) => Extension(Oids.DeltaCrlIndicator, true, DerNode.Primitive(0x02, number));

    /// <summary>Limits or widens what a list is about.</summary>
    public static DerNode Scope(params DerNode[] fields) => Extension(Oids.IssuingDistributionPoint, true, Sequence(fields));

    public static DerNode Extension(string oid, bool critical, DerNode value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        DerWriting.WriteExtension(writer, oid, critical, value.Encode());
        return DerNode.Parse(writer.Encode());
    }

    public static DerNode Name(DistinguishedName name) => DerNode.Parse(name.RawData.Span);

    public static DerNode Directory(DistinguishedName name) => DerNode.Constructed(0xA4, Name(name));

    public static DerNode Sequence(params DerNode[] children) => DerNode.Constructed(0x30, children);

    public static DerNode Text(byte tag, string text) => DerNode.Primitive(tag, Encoding.ASCII.GetBytes(text));
}
