using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Records.Tests.Verification;

public sealed class RecordVerifierTests
{
    [Fact]
    public void Verify_HonestSession_IsValidAndPaired()
    {
        var session = new TestSession();
        var report = RecordVerifier.Verify(session.Build(), session.Pki.Anchors, RecordPolicy.Default);

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Findings));
        Assert.Equal(EvidenceGrade.Paired, report.Grade);
        Assert.Empty(report.Doubts);
        Assert.Equal(new(TestSession.ChargerWh, new(579, Currency.Euro), 0, new(0, Currency.Euro)), report.Amounts);
    }
}
