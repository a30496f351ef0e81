using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;
using PairSettle.Samples.ChargeAndSettle.Stage;

namespace PairSettle.Samples.ChargeAndSettle.Verification;

/// <summary>Somebody with a record and trust anchors, and nothing else: no network, no clock, no CSMS.</summary>
internal static class Auditor
{
    public static int Verify(DemoOptions options, TextWriter output)
    {
        var stage = new DemoStage(options.Out);
        if (!PairRecord.TryParse(File.ReadAllBytes(stage.RecordPath), out var record, out var error))
        {
            output.WriteLine($"unreadable: {error}");
            return 3;
        }

        var report = RecordVerifier.Verify(record, TrustStore.Load(stage.AnchorsPath), RecordPolicy.Default);
        output.WriteLine(report.Narrative);
        output.WriteLine();
        foreach (var doubt in report.Doubts)
        {
            output.WriteLine($"doubt: {doubt}");
        }

        output.WriteLine($"verdict: {report.Verdict}");
        output.WriteLine($"grade: {report.Grade}");
        return report.Verdict switch
        {
            RecordVerdict.Valid => 0,
            RecordVerdict.Invalid => 1,
            _ => 2,
        };
    }
}
