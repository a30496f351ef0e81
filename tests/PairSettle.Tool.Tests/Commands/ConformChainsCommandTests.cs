
namespace PairSettle.Tool.Tests.Commands;

/// <summary>The public suites, where they lie beside the project: nothing fails, and no suite shrinks unnoticed.</summary>
public sealed class ConformChainsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [CorpusFact("pki/pkits")]
    public Task Pkits_WholeSuite_Passes() => AssertPasses(247, "pkits", SharedData.PathOf("pki/pkits")!);

    [CorpusFact("pki/limbo")]
    public Task Limbo_WholeSuite_PassesButForTheListed() => AssertPasses(120, ["limbo", .. Files("pki/limbo")]);

    [Fact]
    public async Task Limbo_CaseOfTheGeneralProfileThatIsListed_FailsAllTheSame()
    {
        // webpki::ca-as-leaf is listed; with the word that it is about the general profile it is not.
        const string Case = """
            {"testcases":[{"id":"webpki::ca-as-leaf","validation_kind":"SERVER","trusted_certs":[],"untrusted_intermediates":[],"expected_result":"SUCCESS",
            "peer_certificate":"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----"}]}
            """;
        string[] arguments = ["conform", "limbo", _folder.Write("case.json", Case)];
        var about = _folder.Write("about.json", """{"webpki::ca-as-leaf":"general","another":"general","third":"web"}""");

        var listed = await CommandLine.RunAsync(arguments);
        var failed = await CommandLine.RunAsync([.. arguments, "--applicability", about]);

        Assert.Equal((0, "0 passed, 0 failed"), (listed.ExitCode, listed.Output[^1]));
        Assert.Equal(1, failed.ExitCode);
        Assert.Equal(["general profile: 0 of 2 cases passed", "0 passed, 1 failed"], failed.Output[^2..]);
    }

    [CorpusFact("pki/bettertls")]
    public Task BetterTls_WholeSuite_PassesButForTheOpenOnes() => AssertPasses(1_000, ["bettertls", .. Files("pki/bettertls")]);

    [CorpusFact("pki/wycheproof")]
    public Task Wycheproof_WholeSuite_Passes() => AssertPasses(5_710, ["wycheproof", .. Files("pki/wycheproof")]);

    [Fact]
    public async Task Wycheproof_FileOfAnotherPrimitive_IsListed()
    {
        var file = _folder.Write("xdh.json", """{"algorithm":"XDH","schema":"xdh_comp_schema_v1.json","numberOfTests":3,"testGroups":[]}""");

        var outcome = await CommandLine.RunAsync("conform", "wycheproof", file);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("LISTED xdh: 3 vectors of XDH", outcome.Output[0], StringComparison.Ordinal);
        Assert.Equal("0 passed, 0 failed", outcome.Output[^1]);
    }

    [Fact]
    public async Task Wycheproof_WrongExpectation_Fails()
    {
        // Vector 1 of ecdsa_secp256r1_sha256_p1363 (Wycheproof 0.9rc5), which is valid, told to be invalid.
        var file = _folder.Write("p256.json", """
            {"algorithm":"ECDSA","schema":"ecdsa_p1363_verify_schema_v1.json","numberOfTests":1,"testGroups":[{"sha":"SHA-256",
            "publicKeyDer":"3059301306072a8648ce3d020106082a8648ce3d030107034200042927b10512bae3eddcfe467828128bad2903269919f7086069c8c4df6c732838c7787964eaac00e5921fb1498a60f4606766b3d9685001558d1a974e7341513e",
            "tests":[{"tcId":1,"comment":"a","msg":"313233343030","result":"invalid",
            "sig":"2ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e184cd60b855d442f5b3c7b11eb6c4e0ae7525fe710fab9aa7c77a67f79e6fadd76"}]}]}
            """);

        var outcome = await CommandLine.RunAsync("conform", "wycheproof", file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            ["FAIL p256/1: an invalid signature was accepted (a)", "FAIL p256/1/managed: an invalid signature was accepted (a)", "0 passed, 2 failed"],
            outcome.Output);
    }

    [Fact]
    public async Task Wycheproof_WrongSecret_Fails()
    {
        // The example of RFC 7748, 6.2, as it is, with another secret, and told to be invalid; then a key of zeros, told to be valid.
        const string Keys = """
            "public":"3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609",
            "private":"9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b"
            """;
        const string Secret = "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60c0b56fd2464c335543936521c24403085d59a449a5037514a879d";
        var zeros = Keys.Replace("3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b43027d8b972fc3e34fb4232a13ca706dcb57aec3dae07bdc1c67bf33609", new string('0', 112), StringComparison.Ordinal);
        var file = _folder.Write("x448.json", $$"""
            {"algorithm":"XDH","schema":"xdh_comp_schema_v1.json","numberOfTests":4,"testGroups":[{"curve":"curve448","tests":[
            {"tcId":1,"comment":"a","result":"valid","shared":"{{Secret}}",{{Keys}}},
            {"tcId":2,"comment":"b","result":"acceptable","shared":"00","public":"00","private":"00"},
            {"tcId":3,"comment":"c","result":"acceptable","shared":"00",{{Keys}}},
            {"tcId":4,"comment":"d","result":"invalid","shared":"{{Secret}}",{{Keys}}},
            {"tcId":5,"comment":"e","result":"valid","shared":"{{Secret}}",{{zeros}}}]}]}
            """);

        var outcome = await CommandLine.RunAsync("conform", "wycheproof", file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                "FAIL x448/3: the secret is wrong (c)",
                "FAIL x448/4: an invalid key was agreed with (d)",
                "FAIL x448/5: a valid key was refused (e)",
                "2 passed, 3 failed",
            ],
            outcome.Output);
    }

    [Fact]
    public async Task Limbo_FileThatIsNone_IsRefusedInOneLine()
    {
        var outcome = await CommandLine.RunAsync("conform", "limbo", _folder.Write("a.json", "{"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Errors);
    }

    private static string[] Files(string folder) => Directory.GetFiles(SharedData.PathOf(folder)!, "*.json");

    private static async Task AssertPasses(int atLeast, params string[] arguments)
    {
        var outcome = await CommandLine.RunAsync(["conform", .. arguments]);

        Assert.DoesNotContain(outcome.Output, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.Equal(0, outcome.ExitCode);
        var last = outcome.Output[^1].Split(' ');
        Assert.Equal(["passed,", "0", "failed"], last[1..]);
        Assert.True(int.Parse(last[0], System.Globalization.CultureInfo.InvariantCulture) >= atLeast, outcome.Output[^1]);
    }
}
