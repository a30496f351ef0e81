using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>The attachments by the names that signed content gives them.</summary>
internal sealed class AttachmentIndex
{
    private readonly Dictionary<Digest, Certificate> _certificates = [];
    private readonly Dictionary<Digest, SignedPart<Declaration>> _declarations = [];
    private readonly Dictionary<Digest, EvidenceItem> _evidence = [];
    private readonly Dictionary<Digest, Attachment> _meterAttestations = [];
    private readonly Dictionary<Digest, Attachment> _isoMessages = [];
    private readonly Dictionary<Commitment, Disclosure> _disclosures = [];

    public RevocationEvidence Evidence { get; private set; } = RevocationEvidence.Empty;

    public IEnumerable<EvidenceItem> EvidenceItems => _evidence.Values;

    public IEnumerable<SignedPart<Declaration>> AllDeclarations => _declarations.Values;

    public IEnumerable<Digest> CertificateHashes => _certificates.Keys;

    public IEnumerable<Digest> EvidenceHashes => _evidence.Keys;

    public IEnumerable<Digest> MeterAttestationHashes => _meterAttestations.Keys;

    public IEnumerable<Digest> IsoMessageHashes => _isoMessages.Keys;

    public IEnumerable<KeyValuePair<Commitment, Disclosure>> Disclosures => _disclosures;

    public static AttachmentIndex Create(IEnumerable<Attachment> attachments, RecordContext context)
    {
        var index = new AttachmentIndex();
        var readable = 0;
        foreach (var attachment in attachments)
        {
            if (index.TryAdd(attachment))
            {
                readable++;
            }
            else
            {
                context.Add(RecordCheck.AttachmentReadable, FindingOutcome.Failed, $"{attachment.Kind} {Short(attachment.Hash)} is not readable, or doubled");
            }
        }

        // The bag of evidence has a bound of its own, above that of a record.
        index.Evidence = RevocationEvidence.Create(index._evidence.Values.Take(RevocationEvidence.MaxItems));
        if (readable > 0)
        {
            context.Add(RecordCheck.AttachmentReadable, FindingOutcome.Passed, $"{readable} attachments are readable");
        }

        return index;
    }

    public static string Short(Digest hash) => hash.ToString()[..12];

    public Certificate? Certificate(Digest hash) => _certificates.GetValueOrDefault(hash);

    public SignedPart<Declaration>? Declaration(Digest hash) => _declarations.GetValueOrDefault(hash);

    public bool HasEvidence(Digest hash) => _evidence.ContainsKey(hash);

    public EvidenceItem? EvidenceItem(Digest hash) => _evidence.GetValueOrDefault(hash);

    public bool HasMeterAttestation(Digest hash) => _meterAttestations.ContainsKey(hash);

    public Attachment? IsoMessage(Digest hash) => _isoMessages.GetValueOrDefault(hash);

    public Disclosure? Disclosure(Commitment commitment) => _disclosures.GetValueOrDefault(commitment);

    private bool TryAdd(Attachment attachment)
    {
        var encoded = attachment.Encoded.Memory;
        switch (attachment.Kind)
        {
            case AttachmentKind.Certificate when Credentials.Certificate.TryParse(encoded, out var certificate, out _):
                return _certificates.TryAdd(attachment.Hash, certificate);
            case AttachmentKind.Evidence when Credentials.EvidenceItem.TryParse(encoded, out var item, out _):
                return _evidence.TryAdd(attachment.Hash, item);
            case AttachmentKind.Declaration when SignedPart.TryParse<Declaration>(encoded, out var declaration, out _):
                return _declarations.TryAdd(declaration.ContentHash, declaration);
            case AttachmentKind.MeterAttestation:
                return _meterAttestations.TryAdd(attachment.Hash, attachment);
            case AttachmentKind.IsoMessage:
                return _isoMessages.TryAdd(attachment.Hash, attachment);
            case AttachmentKind.Disclosure when Format.Disclosure.TryDecode(encoded, out var disclosure, out _):
                return _disclosures.TryAdd(disclosure.ToCommitment(), disclosure);
            default:
                return false;
        }
    }
}
