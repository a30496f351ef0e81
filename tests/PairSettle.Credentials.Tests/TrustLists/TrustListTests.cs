using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.TrustLists;

public sealed class TrustListTests
{
    private static readonly TrustListSample Sample = new();
    private static readonly DateTimeOffset Now = TrustListSample.Now;

    private static TrustList Full => Sample.List with
    {
        Anchors =
        [
            .. Sample.List.Anchors,
            new(AuthorityRole.V2G, Sample.Branch.Root.Certificate, Now, Now.AddDays(1)),
        ],
        Withdrawals = [new(AuthorityRole.Oem, new byte[32], Now)],
    };

    // Paths from the SEQUENCE of the list: 0 version, 1 id, 2 number, 3 and 4 times, 5 anchors, 6 withdrawals.
    private static readonly Dictionary<CredentialFault, Action<DerNode>[]> Defects = new()
    {
        [CredentialFault.UnsupportedVersion] = [root => root[0].Content = [2]],
        [CredentialFault.OutOfBounds] =
        [
            root => root[1].Content = [],
            root => root[1].Content = "a list"u8.ToArray(),
            root => root[1].Content = new string('a', TrustList.MaxIdLength + 1).Select(static letter => (byte)letter).ToArray(),
            root => root[2].Content = [0],
            root => root[2].Content = [1, 0, 0, 0, 0, 0, 0, 0, 0],
            root => root[5, 0, 0].Content = [7], // lists do not say whose lists to trust
            root => root[6, 0, 1].Content = new byte[31],
        ],
        [CredentialFault.InvalidTime] = [root => root[4].Content = root[3].Content, root => root[5, 1, 3].Content = root[5, 1, 2].Content],
        [CredentialFault.NotAuthority] = [root => root[5, 0, 1] = DerNode.Parse(Sample.Branch.Leaf.RawData.Span)],
        [CredentialFault.DuplicateItem] = [root => root[5].Children.Add(root[5, 0]), root => root[6].Children.Add(root[6, 0])],
        [CredentialFault.TrailingData] =
        [
            root => root.Children.Add(DerNode.Primitive(0x05)),
            root => root[5, 1].Children.Add(DerNode.Primitive(0x05)),
            root => root[6, 0].Children.Add(DerNode.Primitive(0x05)),
        ],
    };

    [Fact]
    public void TryDecode_WrittenList_GivesTheSame()
    {
        var der = Full.Encode();
        Assert.True(TrustList.TryDecode(der, out var list, out var error), $"{error}");
        Assert.Equal(Full.Anchors.AsEnumerable(), list.Anchors);
        Assert.Equal(der, list.Encode());
        Assert.Equal((Full.ListId, Full.SequenceNumber, Full.IssuedAt, Full.NextUpdate), (list.ListId, list.SequenceNumber, list.IssuedAt, list.NextUpdate));
        Assert.Equal(Now, Assert.Single(list.Withdrawals).WithdrawnAt);
    }

    [Fact]
    public void TryDecode_Defects_HaveTheirCodes()
    {
        foreach (var (fault, changes) in Defects)
        {
            Assert.All(changes, change => Assert.Equal(fault, Refused(change).Fault));
        }
    }

    [Fact]
    public void TryDecode_TruncatedAtEveryOctet_IsRefused()
    {
        var der = Full.Encode();
        for (var length = 0; length < der.Length; length++)
        {
            Assert.False(TrustList.TryDecode(der.AsMemory(0, length), out _, out _));
        }
    }

    [Fact]
    public void TryDecode_MoreEntriesThanTheBound_IsRefused()
    {
        var many = DerNode.Parse(Full.Encode());
        many[6].Children.Clear();
        for (var i = 0; i <= TrustList.MaxWithdrawals; i++)
        {
            var hash = new byte[32];
            BitConverter.TryWriteBytes(hash, i);
            many[6].Children.Add(DerNode.Constructed(0x30, DerNode.Primitive(0x0A, 0), DerNode.Primitive(0x04, hash), many[3]));
        }

        Assert.False(TrustList.TryDecode(many.Encode(), out _, out var error));
        Assert.Equal(CredentialFault.TooManyItems, error.Fault);
        Assert.False(TrustList.TryDecode(new byte[TrustList.MaxLength + 1], out _, out error));
        Assert.Equal(CredentialFault.TooLarge, error.Fault);
    }

    [Fact]
    public void Encode_ListThatNobodyWouldRead_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => (Sample.List with { SequenceNumber = 0 }).Encode());
        Assert.Throws<ArgumentException>(() => (Sample.List with { NextUpdate = Sample.List.IssuedAt }).Encode());
        Assert.Throws<ArgumentException>(() => (Sample.List with { Anchors = [new(AuthorityRole.TrustList, Sample.Root.Certificate, Now)] }).Encode());
    }

    [Fact]
    public void ToPem_ReadAgain_GivesTheSameOctets()
    {
        var signed = SignedTrustList.Sign(Full, Sample.Publisher);
        Assert.True(SignedTrustList.TryParse(signed.ToPem(), out var read, out var error), $"{error}");
        Assert.Equal(signed.Signed.RawData.ToArray(), read.Signed.RawData.ToArray());
        Assert.Equal(signed.Certificates.AsEnumerable(), read.Certificates);
        Assert.Equal((signed.Reference, Full.ToReference()), (read.Reference, signed.Reference));
    }

    [Fact]
    public void TryParse_TextsThatAreNoList_AreRefused()
    {
        var text = SignedTrustList.Sign(Full, Sample.Publisher).ToPem();
        var certificate = CertificatePem.Write([Sample.Publisher.Leaf]);
        foreach (var (broken, fault) in (ReadOnlySpan<(string, CredentialFault)>)
            [
                (string.Empty, CredentialFault.InvalidPem),
                (certificate, CredentialFault.InvalidPem),
                (text.Replace(certificate, string.Empty, StringComparison.Ordinal), CredentialFault.InvalidPem),
                (text + text, CredentialFault.InvalidPem),
                (text + text.Replace("CMS", "PKCS7", StringComparison.Ordinal), CredentialFault.InvalidPem),
                (text + string.Concat(Enumerable.Repeat(certificate, SignedTrustList.MaxCertificates)), CredentialFault.InvalidPem),
                (text.Replace("CMS", "CERTIFICATE", StringComparison.Ordinal), CredentialFault.MalformedDer),
                (new string(' ', SignedTrustList.MaxTextLength + 1), CredentialFault.TooLarge),
            ])
        {
            Assert.False(SignedTrustList.TryParse(broken, out _, out var error));
            Assert.Equal(fault, error.Fault);
        }
    }

    internal static IEnumerable<Func<CredentialError>> ProvocationsOf(CredentialFault fault) =>
        Defects.TryGetValue(fault, out var changes) ? changes.Select(static change => (Func<CredentialError>)(() => Refused(change))) : [];

    private static CredentialError Refused(Action<DerNode> change)
    {
        var root = DerNode.Parse(Full.Encode());
        change(root);
        return TrustList.TryDecode(root.Encode(), out _, out var error) ? default : error;
    }
}
