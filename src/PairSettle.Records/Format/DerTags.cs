using System.Formats.Asn1;

namespace PairSettle.Records.Format;

/// <summary>
/// Every object has an application tag of its own, so that no two kinds share an encoding and a plain SHA-256 of the bytes
/// identifies kind and content at once.
/// </summary>
internal static class DerTags
{
    public static readonly Asn1Tag Declaration = Application(1);
    public static readonly Asn1Tag Offer = Application(2);
    public static readonly Asn1Tag Acceptance = Application(3);
    public static readonly Asn1Tag HalfRecord = Application(4);
    public static readonly Asn1Tag Checkpoint = Application(5);
    public static readonly Asn1Tag CheckpointAck = Application(6);
    public static readonly Asn1Tag Hello = Application(7);
    public static readonly Asn1Tag PairRecord = Application(8);
    public static readonly Asn1Tag AgreementIdentity = Application(9);
    public static readonly Asn1Tag RecordIdentity = Application(10);
    public static readonly Asn1Tag DisclosureInput = Application(11);
    public static readonly Asn1Tag NonceContext = Application(12);
    public static readonly Asn1Tag SignedCheckpoint = Application(13);
    public static readonly Asn1Tag SignedCheckpointAck = Application(14);
    public static readonly Asn1Tag Disclosure = Application(15);

    public static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);

    private static Asn1Tag Application(int number) => new(TagClass.Application, number, isConstructed: true);
}
