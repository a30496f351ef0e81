using System.Formats.Asn1;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Format;

public sealed class ContentTests
{
    private static readonly PairRecord Record = new TestSession { OnPolicy = FullPolicy, OnTariff = FullTariff }.Build();

    private delegate bool Decoder(ReadOnlyMemory<byte> der, out byte[] encodedAgain, out RecordError error);

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var name in Contents.Keys)
        {
            names.Add(name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryDecode_OwnEncoding_GivesTheSameBytes(string name)
    {
        var (der, decode) = Contents[name];
        Assert.True(decode(der, out var again, out var error), error.ToString());
        Assert.Equal(der, again);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryDecode_TruncatedAtEveryByteOrExtended_IsRefused(string name)
    {
        var (der, decode) = Contents[name];
        for (var length = 0; length < der.Length; length++)
        {
            Assert.False(decode(der.AsMemory(0, length), out _, out var error));
            Assert.Equal(RecordFault.NotDer, error.Fault);
        }

        Assert.False(decode((byte[])[.. der, 0], out _, out var trailing));
        Assert.Equal(RecordFault.TrailingBytes, trailing.Fault);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryDecode_EveryBitFlipped_IsRefusedOrGivesExactlyThoseBytes(string name)
    {
        var (der, decode) = Contents[name];
        var flipped = der.ToArray();
        for (var bit = 0; bit < der.Length * 8; bit++)
        {
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (decode(flipped, out var again, out var error))
            {
                Assert.Equal(flipped, again);
            }
            else
            {
                Assert.NotEqual(RecordFault.None, error.Fault);
                Assert.NotEmpty(error.Path);
            }

            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void TryDecode_RandomBytes_IsRefused() => Properties.Hold(FsCheck.Fluent.Prop.ForAll(
        Properties.Any<byte[]>(),
        static bytes => Contents.Values.All(content => !content.Decode(bytes, out _, out var error) && error.Fault != RecordFault.None)));

    [Fact]
    public void TryDecode_EachFault_IsReportedAtItsField()
    {
        var ack = Record.LastAck!.Content;
        var der = ack.ToDer();
        AssertAck(RecordFault.NotDer, "checkpointAck", [0x66, 0x80, 0, 0]);
        AssertAck(RecordFault.TooLarge, "checkpointAck", new byte[4097]);
        AssertAck(RecordFault.WrongKind, "checkpointAck", Record.LastCheckpoint!.Content.ToDer());
        AssertAck(RecordFault.UnknownVersion, "checkpointAck.content.version", Patch(der, [0x02, 0x01, 0x01], [0x02, 0x01, 0x02]));
        AssertAck(RecordFault.MissingField, "checkpointAck.content.agreement", Ack(static writer => writer.WriteInteger(1)));
        AssertAck(RecordFault.UnexpectedField, "checkpointAck.content.agreement", Ack(static writer =>
        {
            writer.WriteInteger(1);
            writer.WriteNull();
        }));
        AssertAck(RecordFault.OutOfBounds, "checkpointAck.content.sequence", (ack with { Sequence = 0 }).ToDer());
        AssertAck(RecordFault.UnknownValue, "checkpointAck.content.at.quality", [.. der[..^1], 9]);

        var offer = Record.Offer.Content;
        AssertOffer(RecordFault.Duplicate, "offer.content.evidence", offer with { Evidence = [Digest.None, Digest.None] });
        AssertOffer(RecordFault.Duplicate, "offer.content.commitments", offer with { Commitments = [offer.Commitments[0], offer.Commitments[0]] });
        AssertOffer(RecordFault.Contradiction, "offer.content.slice.amount", offer with { Slice = offer.Slice with { Amount = new(1, new("USD", 2)) } });
        AssertOffer(RecordFault.Contradiction, "offer.content.contractChain", offer with { ContractChain = [] });
        AssertOffer(RecordFault.MissingField, "offer.content.caps", offer with { Caps = offer.Caps with { EnergyWh = null } });
        AssertOffer(RecordFault.OutOfBounds, "offer.content.evseId", offer with { EvseId = "DE*\u202EABC" });
        AssertOffer(RecordFault.OutOfBounds, "offer.content.slice.energyWh", offer with { Slice = offer.Slice with { EnergyWh = 0 } });
        AssertOffer(RecordFault.OutOfBounds, "offer.content.slice.amount.currency", offer with { Slice = offer.Slice with { Amount = new(1, new("eur", 2)) } });
        AssertOffer(RecordFault.OutOfBounds, "offer.content.offeredAt.instant", offer with { OfferedAt = new(DateTimeOffset.MinValue, TimeQuality.Relative) });
    }

    [Fact]
    public void TryDecode_TwoEncodingsOfOneStatement_AcceptsOne()
    {
        // "Every day" is the default and so is left out; the tariff of this session restricts to six days, 0x3F.
        var tariff = Part<Declaration>(static part => part.Content.Body is TariffBody).Content.ToDer();
        var everyDay = Patch(tariff, [0x8C, 0x01, 0x3F], [0x8C, 0x01, 0x7F]);
        Assert.False(Declaration.TryDecode(everyDay, out _, out var error));
        Assert.Equal(RecordFault.NotCanonical, error.Fault);

        // 0.390 for 0.39.
        var decimals = Patch(tariff, [0x30, 0x06, 0x02, 0x01, 0x27, 0x02, 0x01, 0x02], [0x30, 0x06, 0x02, 0x01, 0x0A, 0x02, 0x01, 0x02]);
        Assert.False(Declaration.TryDecode(decimals, out _, out error));
        Assert.Equal(RecordFault.NotCanonical, error.Fault);
    }

    [Fact]
    public void TryDecode_HalvesThatLackTheirPart_AreRefused()
    {
        var charger = Record.ChargerHalf!.Content;
        var vehicle = Record.VehicleHalf!.Content;
        AssertHalf(RecordFault.MissingField, "halfRecord.content.endMeter", charger with { EndMeter = null });
        AssertHalf(RecordFault.MissingField, "halfRecord.content.periods", charger with { Periods = [] });
        AssertHalf(RecordFault.Contradiction, "halfRecord.content.isoEvidence", vehicle with { IsoEvidence = [Digest.None] });
        AssertHalf(RecordFault.Contradiction, "halfRecord.content.peerCertificate", vehicle with { PeerCertificate = null });
        AssertHalf(
            RecordFault.Contradiction, "halfRecord.content.device.previousRecord", vehicle with { Device = vehicle.Device with { PreviousRecord = Digest.None } });
    }

    [Fact]
    public void Sign_ContentOutOfBounds_IsRefusedBeforeTheKeyIsAsked() =>
        Assert.Throws<ArgumentException>(() => SignedPart.Prepare(Record.Offer.Content with { EvseId = string.Empty }, TestSession.SharedKeys.Secc.Leaf));

    [Fact]
    public void SignatureInputs_OfAllKinds_NeverBeginAlike()
    {
        byte[][] inputs =
        [
            Record.LastCheckpoint!.Content.GetSigningInput(), Record.LastAck!.Content.GetSigningInput(), Record.Offer.Content.StartMeter.GetSigningInput(),
        ];
        Assert.Equal(3, inputs.Select(static input => Convert.ToHexString(input[..(input.AsSpan().IndexOf((byte)0) + 1)])).Distinct().Count());
        Assert.All(inputs, static input => Assert.Equal((byte)'P', input[0]));
    }

    [Fact]
    public void Verify_SignedCheckpointUnderAnotherLabel_IsRefused()
    {
        var content = Record.LastCheckpoint!.Content;
        var unlabelled = TestSession.SharedKeys.Secc.Signer.SignHash(System.Security.Cryptography.SHA256.HashData(content.ToDer()));
        Assert.False(new SignedCheckpoint(content, ExiBytes.Copy(unlabelled)).Verify(TestSession.SharedKeys.Secc.Leaf));
        Assert.True(Record.LastCheckpoint.Verify(TestSession.SharedKeys.Secc.Leaf));
        Assert.False(new SignedCheckpoint(content, ExiBytes.Copy(new byte[96])).Verify(TestSession.SharedKeys.Secc.Leaf));
    }

    private static Dictionary<string, (byte[] Der, Decoder Decode)> Contents { get; } = new()
    {
        ["hello"] = (FullHello().ToDer(), static (ReadOnlyMemory<byte> der, out byte[] again, out RecordError error) =>
            Done(Hello.TryDecode(der, out var value, out error), value?.ToDer(), out again)),
        ["offer"] = (Record.Offer.Content.ToDer(), Decode<Offer>),
        ["acceptance"] = (Record.Acceptance!.Content.ToDer(), Decode<Acceptance>),
        ["charger half"] = (FullHalf().ToDer(), Decode<HalfRecord>),
        ["vehicle half"] = (Record.VehicleHalf!.Content.ToDer(), Decode<HalfRecord>),
        ["tariff"] = (Part<Declaration>(static part => part.Content.Body is TariffBody).Content.ToDer(), Decode<Declaration>),
        ["roaming"] = (Part<Declaration>(static part => part.Content.Body is RoamingBody).Content.ToDer(), Decode<Declaration>),
        ["policy"] = (Part<Declaration>(static part => part.Content.Body is PolicyBody).Content.ToDer(), Decode<Declaration>),
        ["meter"] = (Part<Declaration>(static part => part.Content.Body is MeterBody).Content.ToDer(), Decode<Declaration>),
        ["checkpoint"] = (Record.LastCheckpoint!.ToDer(), static (ReadOnlyMemory<byte> der, out byte[] again, out RecordError error) =>
            Done(SignedCheckpoint.TryDecode(der, out var value, out error), value?.ToDer(), out again)),
        ["acknowledgement"] = (Record.LastAck!.ToDer(), static (ReadOnlyMemory<byte> der, out byte[] again, out RecordError error) =>
            Done(SignedCheckpointAck.TryDecode(der, out var value, out error), value?.ToDer(), out again)),
        ["disclosure"] = (
            Record.Attachments.First(static item => item.Kind == AttachmentKind.Disclosure).Encoded.ToArray(),
            static (ReadOnlyMemory<byte> der, out byte[] again, out RecordError error) =>
                Done(Disclosure.TryDecode(der, out var value, out error), value?.ToDer(), out again)),
    };

    private static bool Decode<T>(ReadOnlyMemory<byte> der, out byte[] again, out RecordError error)
        where T : class, IPartContent<T> => Done(T.TryDecode(der, out var value, out error), value?.ToDer(), out again);

    private static bool Done(bool decoded, byte[]? encoded, out byte[] again)
    {
        again = encoded ?? [];
        return decoded;
    }

    private static SignedPart<T> Part<T>(Func<SignedPart<T>, bool> predicate)
        where T : class, IPartContent<T> =>
        ((IEnumerable<Attachment>)Record.Attachments).Where(static item => item.Kind == AttachmentKind.Declaration)
            .Select(static item => SignedPart.TryParse<T>(item.Encoded.Memory, out var part, out _) ? part : throw new InvalidDataException()).First(predicate);

    private static Hello FullHello() => new()
    {
        Versions = [1, 2],
        Nonce = TestSession.Fill(32, 1),
        ContractChain = [TestSession.Fill(3, 2)],
        VehicleChain = [TestSession.Fill(3, 3)],
        Evidence = [TestSession.Fill(3, 4)],
        Declarations = [TestSession.Fill(3, 5)],
        DeclarationCertificates = [TestSession.Fill(3, 6)],
        Limits = new() { Duration = TimeSpan.FromHours(1) },
    };

    private static HalfRecord FullHalf() => Record.ChargerHalf!.Content with
    {
        Evidence = [Digest.Of([1])],
        IsoEvidence = [Digest.Of([2])],
        Commitments = [new(SensitiveField.VehicleData, Digest.Of([3])), new(SensitiveField.PaymentReference, Digest.Of([4]))],
        Periods = [new() { Kind = UsageKind.Parking, Duration = TimeSpan.FromSeconds(5), ImportWh = 3, ExportWh = 2, PowerW = 1, CurrentMilliampere = 4 }],
    };

    private static Declaration FullPolicy(Declaration policy) => policy with
    {
        Scope = new() { EvseIdPrefixes = ["DE*ABC"] },
        Body = new PolicyBody
        {
            Caps = new() { EnergyWh = 50_000, Amount = new(9_000, Currency.Euro), Duration = TimeSpan.FromHours(9) },
            Windows = [new(DaysOfWeek.All, 0, 1440)],
            Clock = new() { Zone = "Europe/Berlin", OffsetMinutes = 60, Switches = [new(TestSession.Now.AddDays(100), 120)] },
            AllowedContracts = [Digest.Of([5])],
            MinMeterClass = MeterClass.A,
            DischargeAllowed = true,
        },
    };

    private static Declaration FullTariff(Declaration tariff) => tariff with
    {
        Body = new TariffBody(TestSession.DefaultTariff with
        {
            MinPrice = new(0.01m),
            MaxPrice = new(100m, 119m),
            Elements =
            [
                new([new() { Dimension = PriceDimension.Time, Price = 0.39m }], new()
                {
                    StartMinute = 1, EndMinute = 2, StartDate = new(2026, 1, 1), EndDate = new(2027, 1, 1), MinWh = 3, MaxWh = 4, MinMilliampere = 5,
                    MaxMilliampere = 6, MinPowerW = 7, MaxPowerW = 8, MinDuration = TimeSpan.FromSeconds(9), MaxDuration = TimeSpan.FromSeconds(10),
                    Days = DaysOfWeek.All & ~DaysOfWeek.Sunday, Reservation = ReservationRestriction.Reservation,
                }),
                .. TestSession.DefaultTariff.Elements,
            ],
        }),
    };

    private static byte[] Ack(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence(new(TagClass.Application, 6)))
        {
            write(writer);
        }

        return writer.Encode();
    }

    private static byte[] Patch(byte[] der, byte[] from, byte[] to)
    {
        var copy = der.ToArray();
        var at = copy.AsSpan().IndexOf(from);
        Assert.True(at >= 0, "the bytes to patch are not there");
        to.CopyTo(copy, at);
        return copy;
    }

    private static void AssertAck(RecordFault fault, string path, byte[] der)
    {
        Assert.False(CheckpointAck.TryDecode(der, out _, out var error));
        Assert.Equal(new(fault, path), error);
        Assert.Equal($"REC{(int)fault}", error.Code);
    }

    private static void AssertOffer(RecordFault fault, string path, Offer offer)
    {
        Assert.False(Offer.TryDecode(offer.ToDer(), out _, out var error));
        Assert.Equal(new(fault, path), error);
    }

    private static void AssertHalf(RecordFault fault, string path, HalfRecord half)
    {
        Assert.False(HalfRecord.TryDecode(half.ToDer(), out _, out var error));
        Assert.Equal(new(fault, path), error);
    }
}
