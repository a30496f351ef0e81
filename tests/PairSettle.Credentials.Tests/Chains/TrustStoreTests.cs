namespace PairSettle.Credentials.Tests.Chains;

public sealed class TrustStoreTests : IDisposable
{
    private static readonly Certificate Root = new TestBranch().Root.Certificate;
    private static readonly Certificate Other = new TestBranch().Root.Certificate;

    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_SavedStore_GivesTheSame()
    {
        var store = TrustStore.Empty.With(AuthorityRole.V2G, Root).With(AuthorityRole.V2G, Other).With(AuthorityRole.Auditor, Root);
        store.Save(_folder);
        store.Save(_folder);
        var loaded = TrustStore.Load(_folder);
        Assert.Equal(new[] { Root, Other }.ToHashSet(), [.. loaded.AnchorsOf(AuthorityRole.V2G)]);
        Assert.Equal(Root, Assert.Single(loaded.AnchorsOf(AuthorityRole.Auditor)));
        Assert.Empty(loaded.AnchorsOf(AuthorityRole.MobilityOperator));
    }

    [Fact]
    public void Load_DerAndBundles_AreRead()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "mo"));
        File.WriteAllBytes(Path.Combine(_folder, "mo", "root.der"), Root.RawData.Span);
        File.WriteAllText(Path.Combine(_folder, "mo", "bundle.pem"), "two roots\n" + CertificatePem.Write([Root, Other]));
        File.WriteAllText(Path.Combine(_folder, "mo", "notes.txt"), "nothing to read");
        Assert.Equal(2, TrustStore.Load(_folder).AnchorsOf(AuthorityRole.MobilityOperator).Length);
    }

    [Theory]
    [InlineData("no block at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\n-----END PUBLIC KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void Load_FileWithoutACertificate_NamesTheFile(string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "oem"));
        File.WriteAllText(Path.Combine(_folder, "oem", "broken.pem"), text);
        var refused = Assert.Throws<CredentialContentException>(() => TrustStore.Load(_folder));
        Assert.Equal(CredentialFault.InvalidPem, refused.Error.Fault);
        Assert.Contains("broken.pem", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadFile_LeafAmongRoots_IsRefused()
    {
        var path = Path.Combine(_folder, "bundle.pem");
        File.WriteAllText(path, CertificatePem.Write([Root, new TestBranch().Leaf]));
        var refused = Assert.Throws<CredentialContentException>(() => TrustStore.LoadFile(path, AuthorityRole.V2G));
        Assert.Equal(CredentialFault.NotAuthority, refused.Error.Fault);
        Assert.Contains("bundle.pem", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadFile_WhateverItsName_ReadsBothForms()
    {
        var path = Path.Combine(_folder, "root");
        File.WriteAllBytes(path, Root.RawData.Span);
        Assert.Equal([Root], TrustStore.LoadFile(path, AuthorityRole.Oem).AnchorsOf(AuthorityRole.Oem).AsEnumerable());
        File.WriteAllText(path, "a comment\n" + CertificatePem.Write([Other, Root, Other]));
        Assert.Equal([Other, Root], TrustStore.LoadFile(path, AuthorityRole.Oem).AnchorsOf(AuthorityRole.Oem).AsEnumerable());
    }

    public static TheoryData<byte[], CredentialFault> Garbage => new()
    {
        { [], CredentialFault.InvalidPem },
        { [0x30, 0x03, 1, 2], CredentialFault.MalformedDer },
        { [.. Root.RawData.Span, 0], CredentialFault.TrailingData },
        { [0xEF, 0xBB, 0xBF], CredentialFault.InvalidPem },
        { new byte[CertificatePem.MaxLength + 1], CredentialFault.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public void LoadFile_Garbage_IsRefusedWithItsCode(byte[] octets, CredentialFault fault)
    {
        var path = Path.Combine(_folder, "garbage.cer");
        File.WriteAllBytes(path, octets);
        Assert.Equal(fault, Assert.Throws<CredentialContentException>(() => TrustStore.LoadFile(path, AuthorityRole.V2G)).Error.Fault);
    }

    [Fact]
    public void Load_MissingDirectory_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => TrustStore.Load(Path.Combine(_folder, "absent")));

    [Fact]
    public void With_TheSameAnchorTwice_ChangesNothing()
    {
        var store = TrustStore.Empty.With(AuthorityRole.Fleet, Root);
        Assert.Same(store, store.With(AuthorityRole.Fleet, Certificate.Parse(Root.RawData)));
        Assert.Empty(TrustStore.Empty.AnchorsOf(AuthorityRole.Fleet));
    }
}
