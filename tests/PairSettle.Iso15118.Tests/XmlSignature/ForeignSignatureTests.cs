using System.Text.Json;
using PairSettle.Credentials;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Tests.XmlSignature;

/// <summary>Signatures that other stacks made, with the certificates that came along.</summary>
public sealed class ForeignSignatureTests
{
    [CorpusFact("exi/frames.jsonl")]
    public void Verify_FramesOfOtherStacks_AreValid()
    {
        var verified = Verify(Frames());
        Assert.Equal(["AuthorizationReq", "MeteringReceiptReq"], verified.Select(entry => entry.Body.GetType().Name));
        Assert.All(verified, entry => Assert.True(entry.Report.IsValid, $"{entry.Id}: {entry.Report}"));
    }

    [CorpusFact("exi/captures.jsonl")]
    public void Verify_CapturesOfOtherStacks_AreValid()
    {
        var verified = Verify(Captures());
        var byVehicle = verified.Where(entry => entry.Body is AuthorizationReq or MeteringReceiptReq).ToList();
        Assert.True(byVehicle.Count >= 6, $"only {byVehicle.Count}");
        Assert.All(byVehicle, entry => Assert.True(entry.Report.IsValid, $"{entry.Id}: {entry.Report}"));

        // The operator's certificate is not in every capture; the digests of the tariffs are right in all of them.
        var tariffs = verified.Where(entry => entry.Body is ChargeParameterDiscoveryRes).ToList();
        Assert.Contains(tariffs, entry => entry.Report.IsValid);
        Assert.All(tariffs, entry => Assert.All(entry.Report.Findings, finding => Assert.Equal(XmlSignatureFault.SignatureMismatch, finding.Fault)));

        // One stack leaves the signature of an earlier message in the header of those that are not signed: it covers nothing in them.
        var stale = verified.Except(byVehicle).Except(tariffs).ToList();
        Assert.NotEmpty(stale);
        Assert.All(stale, entry => Assert.Equal([XmlSignatureFault.ReferenceUnknown], entry.Report.Findings.Select(finding => finding.Fault)));
    }

    /// <summary>Verifies every signature against every certificate that was seen before it, and keeps the best report.</summary>
    private static List<(string Id, BodyBaseType Body, XmlSignatureReport Report)> Verify(IEnumerable<(string Id, ReadOnlyMemory<byte> Exi)> payloads)
    {
        var certificates = new HashSet<Certificate>();
        var verified = new List<(string, BodyBaseType, XmlSignatureReport)>();
        foreach (var (id, exi) in payloads)
        {
            if (!V2G_Message.TryDecode(exi.Span, out var message, out _))
            {
                continue;
            }

            foreach (var octets in CertificatesIn(message.Body.BodyElement))
            {
                if (Certificate.TryParse(octets, out var certificate, out _))
                {
                    certificates.Add(certificate);
                }
            }

            if (message is { Header.Signature: { } signature, Body.BodyElement: { } body } && certificates.Count > 0)
            {
                var elements = ElementsOf(body);
                verified.Add((id, body, certificates.Select(certificate => XmlSignatureVerifier.Verify(signature, elements, certificate))
                    .MinBy(report => report.Findings.Length)!));
            }
        }

        return verified;
    }

    private static IReadOnlyList<SignedElement> ElementsOf(BodyBaseType? body) => body switch
    {
        AuthorizationReq request => [SignedElement.Of(request)],
        MeteringReceiptReq request => [SignedElement.Of(request)],
        CertificateInstallationReq request => [SignedElement.Of(request)],
        CertificateUpdateReq request => [SignedElement.Of(request)],
        CertificateInstallationRes response => SignedElement.PartsOf(response),
        CertificateUpdateRes response => SignedElement.PartsOf(response),
        ChargeParameterDiscoveryRes { SASchedules: SAScheduleListType schedules } => SignedElement.TariffsOf(schedules),
        _ => [],
    };

    private static IEnumerable<ReadOnlyMemory<byte>> CertificatesIn(BodyBaseType? body) => body switch
    {
        PaymentDetailsReq request =>
            [request.ContractSignatureCertChain.Certificate.Memory, .. request.ContractSignatureCertChain.SubCertificates?.Certificate.Select(sub => sub.Memory) ?? []],
        CertificateInstallationReq request => [request.OEMProvisioningCert.Memory],
        CertificateInstallationRes response => [response.SAProvisioningCertificateChain.Certificate.Memory],
        CertificateUpdateRes response => [response.SAProvisioningCertificateChain.Certificate.Memory],
        _ => [],
    };

    private static IEnumerable<(string Id, ReadOnlyMemory<byte> Exi)> Frames()
    {
        foreach (var line in File.ReadLines(SharedData.PathOf("exi/frames.jsonl")!))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("payload_type").GetString() is "0x8001" &&
                V2gtpFrame.TryParse(Convert.FromHexString(json.RootElement.GetProperty("frame_hex").GetString()!), out var frame, out _))
            {
                yield return (json.RootElement.GetProperty("id").GetString()!, frame.Payload);
            }
        }
    }

    private static IEnumerable<(string Id, ReadOnlyMemory<byte> Exi)> Captures()
    {
        foreach (var line in File.ReadLines(SharedData.PathOf("exi/captures.jsonl")!))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("schema").GetString() == Iso2Schema.MsgDef)
            {
                yield return (json.RootElement.GetProperty("id").GetString()!, Convert.FromHexString(json.RootElement.GetProperty("exi_hex").GetString()!));
            }
        }
    }
}
