using System.Text;
using System.Text.Json;
using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>Prints what the chain verifier found, for people and for programs. Personal names stay masked.</summary>
internal static class ChainReportText
{
    /// <summary>The exit code of a verdict.</summary>
    public static int ExitCode(ChainVerdict verdict) => verdict switch
    {
        ChainVerdict.Trusted => 0,
        ChainVerdict.Rejected => 1,
        _ => 2,
    };

    /// <summary>Prints each finding, the chain where there is one, and in the last line the verdict.</summary>
    public static void Write(ChainReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{finding.Code} {finding.Effect,-12} [{finding.CertificateIndex}] {finding.Reason}: {finding.Detail}");
        }

        if (report.Chain is { } chain)
        {
            for (var i = 0; i < chain.Path.Length; i++)
            {
                output.WriteLine($"[{i}] {chain.Path[i]}");
            }

            output.WriteLine($"[{chain.Path.Length}] {chain.Anchor}, an anchor of role {chain.Role}{(chain.Trust.List is { } list ? $" from {list}" : string.Empty)}");
            output.WriteLine($"evidence: {chain.Freshness}");
        }

        output.WriteLine($"verdict: {report.Verdict}");
    }

    /// <summary>The report as JSON.</summary>
    public static string ToJson(ChainReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("verdict", report.Verdict.ToString());
            writer.WriteStartArray("findings");
            foreach (var finding in report.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("code", finding.Code);
                writer.WriteString("reason", finding.Reason.ToString());
                writer.WriteNumber("certificate", finding.CertificateIndex);
                writer.WriteString("effect", finding.Effect.ToString());
                writer.WriteString("detail", finding.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (report.Chain is { } chain)
            {
                Write(writer, chain);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, VerifiedChain chain)
    {
        writer.WriteStartObject("chain");
        writer.WriteString("use", chain.Use.ToString());
        writer.WriteString("at", chain.At);
        writer.WriteString("role", chain.Role.ToString());
        if (chain.Trust.List is { } list)
        {
            writer.WriteStartObject("trustList");
            writer.WriteString("id", list.ListId);
            writer.WriteNumber("sequenceNumber", list.SequenceNumber);
            writer.WriteString("sha256", list.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("path");
        foreach (var certificate in chain.Path.Append(chain.Anchor))
        {
            writer.WriteStartObject();
            writer.WriteString("subject", certificate.Subject.ToString());
            writer.WriteString("sha256", Convert.ToHexStringLower(certificate.Sha256.Span));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("policies");
        foreach (var policy in chain.Policies)
        {
            writer.WriteStringValue(policy);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("evidence");
        foreach (var use in chain.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("certificate", use.CertificateIndex);
            writer.WriteString("freshness", use.Freshness.ToString());
            if (use.Item is { } item)
            {
                writer.WriteString("kind", item is OcspResponse ? "ocsp" : "crl");
                writer.WriteString("sha256", Convert.ToHexStringLower(item.Sha256.Span));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
