using System.Text;
using System.Text.Json;
using PairSettle.Records.Verification;

namespace PairSettle.Tool.Commands;

/// <summary>Prints what the verifier found, for people and for programs.</summary>
internal static class ReportText
{
    /// <summary>The exit code of a verdict.</summary>
    public static int ExitCode(RecordReport report) => report.Verdict switch
    {
        RecordVerdict.Valid => 0,
        RecordVerdict.Invalid => 1,
        _ => 2,
    };

    /// <summary>Prints the narrative, each finding, and in the last two lines verdict and grade.</summary>
    public static void Write(RecordReport report, TextWriter output)
    {
        output.WriteLine(report.Narrative);
        output.WriteLine();
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{finding.Outcome,-12} {finding.Code}  {finding.Area,-12} {finding.Detail}");
        }

        output.WriteLine();
        output.WriteLine($"verdict: {report.Verdict}");
        output.WriteLine($"grade: {report.Grade}");
    }

    /// <summary>The report as JSON.</summary>
    public static string ToJson(RecordReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("record", report.RecordId.ToString());
            writer.WriteString("verdict", report.Verdict.ToString());
            writer.WriteString("grade", report.Grade.ToString());
            writer.WriteString("narrative", report.Narrative);
            writer.WriteStartArray("findings");
            foreach (var finding in report.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("code", finding.Code);
                writer.WriteString("area", finding.Area.ToString());
                writer.WriteString("check", finding.Check.ToString());
                writer.WriteString("outcome", finding.Outcome.ToString());
                writer.WriteString("detail", finding.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
