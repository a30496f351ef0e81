using System.Globalization;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Tests.TrustLists;
using PairSettle.Testing.Pki;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>What we issue must hold in a foreign verifier too, and what we call revoked or broken must not.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-openssl-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public void Verify_WholePki_IsAcceptedByOpenSsl()
    {
        using var pki = ThrowAwayPki.Create(PkiFixture.Now);
        var anchors = Save("anchors.pem", [.. Enum.GetValues<AuthorityRole>().SelectMany(role => pki.Anchors.AnchorsOf(role))]);
        var lists = SaveLists(pki.Evidence);
        foreach (var (name, credential) in pki.Hierarchy.ToDirectory(pki.Evidence).Credentials)
        {
            var leaf = Save($"{name}.pem", [credential.Leaf]);
            var intermediates = Save($"{name}-chain.pem", [.. credential.Intermediates]);
            var (code, output) = OpenSsl.Run(
                "verify", "-x509_strict", "-crl_check_all", "-CRLfile", lists, "-attime", Seconds(PkiFixture.Now), "-CAfile", anchors, "-untrusted", intermediates, leaf);
            Assert.True(code == 0, $"{name}: {output}");
        }
    }

    [OpenSslFact]
    public void Verify_Defects_AreRejectedByOpenSslToo()
    {
        using var pki = ThrowAwayPki.Create(PkiFixture.Now);
        var anchors = Save("anchors.pem", [.. pki.Anchors.AnchorsOf(AuthorityRole.V2G)]);
        foreach (var defect in (PkiDefect[])
            [
                PkiDefect.LeafExpired, PkiDefect.LeafNotYetValid, PkiDefect.SubAuthorityExpired, PkiDefect.LeafRevoked, PkiDefect.SubAuthorityRevoked,
                PkiDefect.WrongRoot, PkiDefect.BrokenSignature, PkiDefect.IssuerNotAuthority, PkiDefect.PathTooLong, PkiDefect.UnknownCriticalExtension,
            ])
        {
            var made = pki.Issue(CertificateUse.Secc, defect);
            var (code, output) = OpenSsl.Run(
                "verify", "-crl_check_all", "-CRLfile", SaveLists(made.Evidence), "-attime", Seconds(PkiFixture.Now), "-CAfile", anchors,
                "-untrusted", Save("chain.pem", [.. made.Credential.Intermediates]), Save("leaf.pem", [made.Credential.Leaf]));
            Assert.True(code != 0, $"{defect}: {output}");
        }
    }

    [OpenSslFact]
    public void Ocsp_OwnAndDelegatedResponses_AreAcceptedByOpenSsl()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_795_348_800);
        var branch = new TestBranch();
        branch.Lower.Revoke(branch.Leaf, now.AddHours(-1), RevocationReason.KeyCompromise);
        var key = ECDsaSigner.Generate();
        var responder = branch.Lower.IssueCredential(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 365), key);
        var anchors = Save("root.pem", [branch.Root.Certificate]);
        var chain = Save("chain.pem", [.. branch.Lower.Chain]);
        var issuer = Save("issuer.pem", [branch.Lower.Certificate]);
        foreach (var appointed in (Credential?[])[null, responder])
        {
            var path = Path.Combine(_folder, "response.der");
            File.WriteAllBytes(path, branch.Lower.CreateOcspResponse([branch.Leaf], now, now.AddDays(1), appointed).RawData.Span);
            var (code, output) = OpenSsl.Run(
                "ocsp", "-respin", path, "-issuer", issuer, "-cert", Save("leaf.pem", [branch.Leaf]), "-CAfile", anchors, "-verify_other", chain,
                "-attime", Seconds(now), "-validity_period", "1000000000");
            Assert.True(code == 0, output);
            Assert.Contains("Response verify OK", output, StringComparison.Ordinal);
            Assert.Contains("revoked", output, StringComparison.Ordinal);
        }
    }

    [OpenSslFact]
    public void Ocsp_CertificateThatTheLogDoesNotKnow_IsUnknownToOpenSsl()
    {
        var branch = new TestBranch();
        var folder = Path.Combine(_folder, "authority");
        AuthorityDirectory.Create(folder, branch.Lower.Certificate, branch.Lower.Chain[1..], branch.LowerKey);
        using var directory = AuthorityDirectory.Open(folder);
        var issued = directory.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, branch.LeafKey, 90));
        var path = Path.Combine(_folder, "response.der");
        File.WriteAllBytes(path, directory.CreateOcspResponse([issued, branch.Leaf], PkiFixture.Now, PkiFixture.Now.AddDays(1)).RawData.Span);
        var (known, unknown) = (Save("known.pem", [issued]), Save("unknown.pem", [branch.Leaf]));

        var (code, output) = OpenSsl.Run(
            "ocsp", "-respin", path, "-issuer", Save("issuer.pem", [branch.Lower.Certificate]), "-cert", known, "-cert", unknown,
            "-CAfile", Save("root.pem", [branch.Root.Certificate]), "-verify_other", Save("chain.pem", [.. branch.Lower.Chain]),
            "-attime", Seconds(PkiFixture.Now), "-validity_period", "1000000000");

        Assert.True(code == 0, output);
        Assert.Contains($"{known}: good", output, StringComparison.Ordinal);
        Assert.Contains($"{unknown}: unknown", output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public void Verify_ChainOverACrossCertificate_IsAcceptedByOpenSsl()
    {
        using var own = PkiHierarchy.Create(PkiFixture.Now);
        using var other = PkiHierarchy.Create(PkiFixture.Now, new() { Organization = "Another" });
        var anchor = Save("anchor.pem", [own.V2gRoot.Certificate]);
        var leaf = Save("leaf.pem", [other.Secc.Leaf]);
        foreach (var subject in new[] { other.CpoSub1, other.V2gRoot })
        {
            var cross = own.V2gRoot.Issue(CertificateOrder.Cross(
                subject.Certificate, SerialNumbers.Random(), PkiFixture.Now.AddDays(-1), PkiFixture.Now.AddYears(1)));

            // openssl does not come back from the other certificate for the same key, so that only one of them is given.
            Certificate[] over = [.. other.Secc.Intermediates.Where(certificate => !certificate.Subject.Equals(cross.Subject)), cross];
            foreach (var (intermediates, expected) in new[] { (over, true), (other.Secc.Intermediates.ToArray(), false) })
            {
                var (code, output) = OpenSsl.Run(
                    "verify", "-x509_strict", "-attime", Seconds(PkiFixture.Now), "-CAfile", anchor, "-untrusted", Save("chain.pem", intermediates), leaf);
                Assert.True(expected == (code == 0), output);
            }
        }
    }

    [OpenSslFact]
    public void TrustList_FileAsItIs_IsVerifiedByOpenSsl()
    {
        var sample = new TrustListSample();
        var (list, content) = (Path.Combine(_folder, "list.pem"), Path.Combine(_folder, "list.der"));
        File.WriteAllText(list, SignedTrustList.Sign(sample.List, sample.Publisher).ToPem());
        foreach (var (root, expected) in new[] { (sample.Root.Certificate, true), (sample.Branch.Root.Certificate, false) })
        {
            // The command of docs/formats/trust-list.md.
            var (code, output) = OpenSsl.Run(
                "cms", "-verify", "-binary", "-inform", "PEM", "-in", list, "-certfile", list, "-CAfile", Save("publisher.pem", [root]),
                "-purpose", "any", "-attime", Seconds(TrustListSample.Now), "-out", content);
            Assert.True(expected == (code == 0), output);
            if (expected)
            {
                Assert.Equal(sample.List.Encode(), File.ReadAllBytes(content));
            }
        }

        var (_, parsed) = OpenSsl.Run("cms", "-cmsout", "-print", "-inform", "PEM", "-in", list);
        Assert.Contains(TrustList.ContentType, parsed, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public void KeyFile_WrittenByPkiDirectory_IsReadByOpenSsl()
    {
        using var hierarchy = PkiHierarchy.Create(PkiFixture.Now);
        hierarchy.ToDirectory(RevocationEvidence.Empty).Write(_folder);
        var secc = Path.Combine(_folder, "credentials", PkiDirectory.Secc);
        var (keyCode, fromKey) = OpenSsl.Run("pkey", "-in", Path.Combine(secc, "key.pem"), "-pubout");
        var (certificateCode, fromCertificate) = OpenSsl.Run("x509", "-in", Path.Combine(secc, "chain.pem"), "-noout", "-pubkey");
        Assert.Equal((0, 0), (keyCode, certificateCode));
        Assert.Equal(fromCertificate, fromKey);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private string Save(string name, Certificate[] certificates)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, CertificatePem.Write(certificates));
        return path;
    }

    private string SaveLists(RevocationEvidence evidence)
    {
        var path = Path.Combine(_folder, "lists.pem");
        File.WriteAllText(path, string.Concat(evidence.Lists.Select(list =>
            System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", list.RawData.Span) + "\n")));
        return path;
    }
}
