using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tests.Format;

public sealed class OpenSslInteropTests
{
    [OpenSslFact]
    public void CmsVerify_DocumentedCommand_AcceptsEverySignedPart()
    {
        var session = new TestSession();
        var record = session.Build();
        var pki = session.Pki;
        var parts = new List<(string Name, ReadOnlyMemory<byte> Cms, byte[] Content, Credential Signer)>
        {
            ("offer", record.Offer.Encoded, record.Offer.Content.ToDer(), pki.Secc),
            ("acceptance", record.Acceptance!.Encoded, record.Acceptance.Content.ToDer(), pki.Contract),
            ("charger-half", record.ChargerHalf!.Encoded, record.ChargerHalf.Content.ToDer(), pki.Secc),
            ("vehicle-half", record.VehicleHalf!.Encoded, record.VehicleHalf.Content.ToDer(), pki.Contract),
        };
        var signers = new[] { pki.CpoDeclarationSigner, pki.MoDeclarationSigner, pki.MeterDeclarationSigner };
        foreach (var attachment in record.Attachments.Span)
        {
            if (attachment.Kind == AttachmentKind.Declaration)
            {
                Assert.True(SignedPart.TryParse<Declaration>(attachment.Encoded.Memory, out var part, out _));
                var signer = signers.Single(one => TestSession.HashOf(one.Leaf) == part.Content.SignerCertificate);
                parts.Add(($"declaration-{part.Content.Serial}", part.Encoded, part.Content.ToDer(), signer));
            }
        }

        Assert.Equal(7, parts.Count);
        foreach (var (name, cms, content, signer) in parts)
        {
            var (exitCode, output, extracted) = Verify(name, cms, signer, pki.Anchors);
            Assert.True(exitCode == 0, $"{name}: {output}");
            Assert.Equal(content, extracted);
        }
    }

    [OpenSslFact]
    public void CmsVerify_WrongAnchor_IsRefusedByOpenSsl()
    {
        var session = new TestSession();
        var (exitCode, _, _) = Verify("offer", session.Build().Offer.Encoded, session.Pki.Secc, TrustStore.Empty
            .With(AuthorityRole.V2G, session.Pki.Anchors.AnchorsOf(AuthorityRole.Meter)[0]));
        Assert.NotEqual(0, exitCode);
    }

    // The command line of docs/formats/cms-profile.md.
    private static (int ExitCode, string Output, byte[] Content) Verify(
        string name, ReadOnlyMemory<byte> cms, Credential signer, TrustStore anchors)
    {
        var folder = Directory.CreateTempSubdirectory("pairsettle-openssl-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".p7"), cms.ToArray());
            File.WriteAllText(Path.Combine(folder, "signer.pem"), CertificatePem.Write([signer.Leaf]));
            var trusted = Enum.GetValues<AuthorityRole>().SelectMany(role => anchors.AnchorsOf(role)).Distinct();
            File.WriteAllText(Path.Combine(folder, "chain.pem"), CertificatePem.Write([.. signer.Intermediates, .. trusted]));
            var (exitCode, output) = OpenSsl.RunIn(
                folder,
                "cms", "-verify", "-binary", "-inform", "DER", "-in", name + ".p7",
                "-certfile", "signer.pem", "-CAfile", "chain.pem", "-purpose", "any",
                "-attime", TestSession.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                "-out", name + ".der");
            var content = Path.Combine(folder, name + ".der");
            return (exitCode, output, File.Exists(content) ? File.ReadAllBytes(content) : []);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
