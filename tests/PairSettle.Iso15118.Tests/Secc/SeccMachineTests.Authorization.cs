using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

// Payment details, authorization, certificates.
public partial class SeccMachineTests
{
    [Theory]
    [InlineData(ContractVerdict.ChainError, ResponseCodeType.FAILED_CertChainError)]
    [InlineData(ContractVerdict.Expired, ResponseCodeType.FAILED_CertificateExpired)]
    [InlineData(ContractVerdict.Revoked, ResponseCodeType.FAILED_CertificateRevoked)]
    [InlineData(ContractVerdict.NotAllowed, ResponseCodeType.FAILED_CertificateNotAllowedAtThisEVSE)]
    [InlineData(ContractVerdict.Canceled, ResponseCodeType.FAILED_ContractCanceled)]
    [InlineData(ContractVerdict.NoCertificate, ResponseCodeType.FAILED_NoCertificateAvailable)]
    public void PaymentDetails_BadContract_IsRefusedWithItsCode(ContractVerdict verdict, ResponseCodeType code)
    {
        var secc = Ac();
        secc.Verdict = verdict;
        secc.ToContractAuthorization();
        Assert.Equal(code, secc.Code);
        Assert.DoesNotContain(secc.All, output => output is SeccOutput.EvidenceObserved);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Fact]
    public void PaymentDetails_ExpiresSoon_IsToldAndAccepted()
    {
        var secc = Ac();
        secc.Verdict = ContractVerdict.ExpiresSoon;
        secc.ToContractAuthorization();
        Assert.Equal(ResponseCodeType.OK_CertificateExpiresSoon, secc.Code);
        Assert.Equal(SeccDriver.Challenge, Assert.IsType<PaymentDetailsRes>(secc.Response).GenChallenge);
        Assert.Equal(SeccPhase.Authorization, secc.State.Phase);
    }

    [Fact]
    public void Authorization_WrongChallengeOrSignature_IsRefusedAndNotAuthorised()
    {
        var wrong = new AuthorizationReq { Id = "id1", GenChallenge = ExiBytes.Copy(new byte[16]) };
        Assert.Equal(ResponseCodeType.FAILED_ChallengeInvalid, Ac().ToContractAuthorization().Request(wrong, Samples.Signature).Code);
        Assert.Equal(ResponseCodeType.FAILED_ChallengeInvalid, Ac().ToContractAuthorization().Request(new AuthorizationReq(), Samples.Signature).Code);
        var right = new AuthorizationReq { Id = "id1", GenChallenge = SeccDriver.Challenge };
        Assert.Equal(ResponseCodeType.FAILED_SignatureError, Ac().ToContractAuthorization().Request(right).Code);
        var secc = Ac();
        secc.SignatureHolds = false;
        secc.ToContractAuthorization().Request(right, Samples.Signature);
        Assert.Equal(ResponseCodeType.FAILED_SignatureError, secc.Code);
        Assert.False(secc.State.IsAuthorised);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Fact]
    public void Authorization_SlowCheck_AnswersOngoingAndThenDecides()
    {
        var secc = Ac().ToContractAuthorization();
        secc.Answers = false;
        secc.Authorize().Give(new SeccInput.TimerExpired(SeccTimer.Performance));
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
        secc.Authorize();
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
        Assert.Single(secc.All.OfType<SeccOutput.VerifySignature>());
        secc.Give(new SeccInput.SignatureVerified(SignaturePurpose.Authorization, true)).Authorize();
        Assert.Equal(EVSEProcessingType.Finished, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
    }

    [Fact]
    public void Authorization_CustomerDoesNotCome_EndsAfterTheWait()
    {
        var secc = Ac().ToExternalAuthorization().Request(MessageKind.Authorization);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Ongoing, TimeSpan.FromSeconds(300)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Ongoing)).Request(MessageKind.Authorization);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Fact]
    public void CertificateRequest_BackendSilent_IsNoCertificateAvailable()
    {
        var secc = Ac().ToServices().Request(Samples.Select(PaymentOptionType.Contract)).Request(MessageKind.CertificateInstallation);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Performance, TimeSpan.FromSeconds(4.5)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Performance));
        Assert.Equal(ResponseCodeType.FAILED_NoCertificateAvailable, secc.Code);
    }
}
