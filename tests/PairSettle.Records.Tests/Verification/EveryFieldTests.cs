using System.Formats.Asn1;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Records.Tests.Verification;

/// <summary>Changes every single value in an honest record: a walk over the DER finds them, so that no field can be forgotten.</summary>
public sealed class EveryFieldTests
{
    private static readonly byte[] Honest = new TestSession { OnPolicy = static same => same }.Build().ToDer();

    private static readonly (string Path, RecordCheck Check)[] Parts =
    [
        ("record.offer", RecordCheck.OfferSignature), ("record.acceptance", RecordCheck.AcceptanceSignature),
        ("record.", RecordCheck.CheckpointSignature), ("record.", RecordCheck.AckSignature),
        ("record.chargerHalf", RecordCheck.ChargerHalfSignature), ("record.vehicleHalf", RecordCheck.VehicleHalfSignature),
    ];

    private static readonly RecordCheck[] Attached =
        [RecordCheck.AttachmentReadable, RecordCheck.AttachmentBound, RecordCheck.AttachmentPresent, RecordCheck.DeclarationSignature];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Verify_AnyValueOfASignedPartChanged_IsRefusedInThatPart(int part)
    {
        var values = Values(Section(Context(part))).ToArray();
        Assert.True(values.Length > 8, $"only {values.Length} values");
        foreach (var value in values)
        {
            if (Change(value, out var record, out var error))
            {
                var report = Verify(record);
                Assert.Equal(RecordVerdict.Invalid, report.Verdict);
                Assert.True(report.Has(Parts[part].Check, FindingOutcome.Failed), $"{Parts[part].Check} at octet {value.Start}");
            }
            else
            {
                Assert.StartsWith(Parts[part].Path, error.Path, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Verify_AnyValueOfAnAttachmentChanged_IsRefusedAsAnAttachment()
    {
        // What the record's own formats describe is walked through; certificates and evidence are octets under one hash.
        var attachments = Children(Content(Section(new(UniversalTagNumber.SetOf, isConstructed: true)))).Select(static item => item.Element).ToArray();
        var values = attachments.SelectMany(static item =>
            Honest[Content(Children(Content(item)).First().Element).Start.Value] is (byte)AttachmentKind.Declaration or (byte)AttachmentKind.Disclosure
                ? Values(item)
                : Children(Content(item)).Select(static child => Content(child.Element))).ToArray();
        Assert.True(values.Length > 150, $"only {values.Length} values");
        foreach (var value in values)
        {
            if (Change(value, out var record, out var error))
            {
                var report = Verify(record);
                Assert.NotEqual(RecordVerdict.Valid, report.Verdict);
                Assert.True(
                    Array.Exists(Attached, check => report.Has(check, FindingOutcome.Failed) || report.Has(check, FindingOutcome.NotChecked)),
                    $"octet {value.Start}: {string.Join(", ", report.Doubts)}");
            }
            else
            {
                Assert.StartsWith("record", error.Path, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void TryParse_AnyValueOfTheEnvelopeChanged_IsRefused()
    {
        var content = Content(0..Honest.Length);
        var envelope = Children(content).Take(2).ToArray();
        Assert.Equal(2, envelope.Length);
        foreach (var (_, element) in envelope)
        {
            Assert.False(Change(Content(element), out _, out var error));
            Assert.StartsWith("record", error.Path, StringComparison.Ordinal);
        }
    }

    private static RecordReport Verify(PairRecord record) => RecordVerifier.Verify(record, TestSession.SharedKeys.Anchors, RecordPolicy.Default);

    private static bool Change(Range value, out PairRecord record, out RecordError error)
    {
        var octets = Honest.ToArray();
        octets[value.End.Value - 1] ^= 1;
        var parsed = PairRecord.TryParse(octets, out var changed, out error);
        record = changed!;
        return parsed;
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);

    private static Range Section(Asn1Tag tag) =>
        Children(Content(0..Honest.Length)).Single(child => child.Tag.HasSameClassAndValue(tag)).Element;

    /// <summary>The values below an element: of primitive elements, and of octet strings and bit strings that hold DER themselves.</summary>
    private static IEnumerable<Range> Values(Range element)
    {
        var content = Content(element);
        var tag = Asn1Tag.Decode(Honest.AsSpan()[element], out _);
        if (content.Start.Equals(content.End))
        {
            yield break;
        }

        if (!tag.IsConstructed)
        {
            yield return content;
        }

        if (tag.IsConstructed || tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
        {
            foreach (var value in tag.IsConstructed ? ValuesWithin(content) : ValuesOrNone(content))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<Range> ValuesWithin(Range content) => Children(content).SelectMany(static child => Values(child.Element));

    // A hash is an octet string too, and holds DER by chance at most.
    private static IEnumerable<Range> ValuesOrNone(Range content)
    {
        try
        {
            return ValuesWithin(content).ToArray();
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static IEnumerable<(Asn1Tag Tag, Range Element)> Children(Range content)
    {
        for (var at = content.Start.Value; at < content.End.Value;)
        {
            var tag = AsnDecoder.ReadEncodedValue(Honest.AsSpan()[at..content.End.Value], AsnEncodingRules.DER, out _, out _, out var length);
            yield return (tag, at..(at + length));
            at += length;
        }
    }

    private static Range Content(Range element)
    {
        AsnDecoder.ReadEncodedValue(Honest.AsSpan()[element], AsnEncodingRules.DER, out var offset, out var length, out _);
        return (element.Start.Value + offset)..(element.Start.Value + offset + length);
    }
}
