using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.BouncyCastle;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle chain</c>: verifies certificate chains offline.</summary>
internal static class ChainCommand
{
    public static Command Create() => new("chain", "Verify certificate chains offline.") { CreateVerify() };

    private static Command CreateVerify()
    {
        var leaf = new Argument<string>("LEAF") { Description = "The certificate, PEM or DER; further certificates of a PEM file count as intermediates." };
        var intermediates = Files("--intermediates", "Certificates that may link the leaf to an anchor, in any order: files, or folders of them.");
        var anchors = Files("--anchors", "The anchors: files, or a folder with v2g/, mo/, cpo/, oem/, fleet/, meter/, auditor/, lists/ and cross/.");
        var crosses = Files("--cross", "Cross certificates that the verifier holds, which do not count in the length of the chain; those in cross/ of a folder of anchors count too.");
        var trustLists = Files("--trust-list", "Signed trust lists, whose anchors count too and whose withdrawals count.");
        var publishers = Files("--trust-list-anchor", "The anchors of the publishers of the trust lists.");
        var listOptions = new TrustListOptions();
        var lists = Files("--crl", "Revocation lists, PEM or DER: files, or folders of them with OCSP responses.");
        var responses = Files("--ocsp", "OCSP responses, DER.");
        var at = new Option<DateTimeOffset?>("--at") { Description = "The time to verify at; now by default." };
        var use = new Option<CertificateUse>("--use") { Description = "What the chain is verified for.", Required = true };
        var role = new Option<AuthorityRole?>("--role") { Description = "For declarations: the authority that must have signed." };
        var edition = EditionOption.Create("The part of ISO 15118 whose profiles apply; 2 by default.");
        var ed448 = new Option<Ed448Use>("--ed448") { Description = "Whether the profiles of part 20 accept Ed448." };
        var rules = new Option<VehicleRules>("--vehicle-rules") { Description = "The text of ISO 15118-20 that a vehicle's certificates must follow.", DefaultValueFactory = _ => new ChainPolicy().VehicleRules };
        var emaid = new Option<IdentifierCheck>("--emaid-check") { Description = "What a wrong or absent check character of a contract's EMAID means.", DefaultValueFactory = _ => new ChainPolicy().EmaidCheck };
        var evccid = new Option<IdentifierCheck>("--evccid-check") { Description = "What a wrong check character of a vehicle's EVCCID means.", DefaultValueFactory = _ => new ChainPolicy().EvccidCheck };
        var depth = new Option<RevocationDepth>("--revocation") { Description = "Which certificates need evidence.", DefaultValueFactory = _ => new ChainPolicy().Depth };
        var unknown = new Option<UnknownStatus>("--unknown") { Description = "What a certificate without evidence means.", DefaultValueFactory = _ => new ChainPolicy().UnknownStatus };
        var stale = new Option<StaleEvidence>("--stale") { Description = "What evidence past its next update means.", DefaultValueFactory = _ => new ChainPolicy().StaleEvidence };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("verify", "Exit 0 if the chain is trusted, 1 if it is rejected, 2 if that cannot be determined.")
        {
            leaf, intermediates, anchors, crosses, trustLists, publishers, lists, responses, at, use, role, edition, ed448, rules, emaid, evccid, depth, unknown, stale, json,
        };
        listOptions.AddTo(command);
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var named = parse.GetValue(use);
            if (parse.GetValue(role) is not null && named != CertificateUse.Declaration)
            {
                errors.WriteLine("pairsettle: --role belongs to --use Declaration alone");
                return PairSettleCommand.Misused;
            }

            if ((parse.GetValue(trustLists) is { Length: > 0 }) != (parse.GetValue(publishers) is { Length: > 0 })
                || parse.GetValue(anchors) is not { Length: > 0 } && parse.GetValue(trustLists) is not { Length: > 0 })
            {
                errors.WriteLine("pairsettle: --anchors are needed, or --trust-list with --trust-list-anchor, or both");
                return PairSettleCommand.Misused;
            }

            var part = parse.GetValue(edition) ?? Iso15118Edition.Iso15118_2;
            var presented = CredentialFiles.Certificates(parse.GetValue(leaf)!);
            var trust = CredentialFiles.Anchors(parse.GetValue(anchors) ?? [], CertificateProfile.For(named, part, parse.GetValue(role)).Roles[0]);
            foreach (var certificate in (parse.GetValue(crosses) ?? []).SelectMany(static file => CredentialFiles.Certificates(file)))
            {
                trust = TrustListFiles.Refusing(() => trust.WithCross(certificate));
            }

            foreach (var path in parse.GetValue(trustLists) ?? [])
            {
                var verified = listOptions.Verify(parse, TrustListFiles.Read(path), parse.GetValue(publishers)!, parse.GetValue(at));
                if (verified.List is null)
                {
                    errors.WriteLine($"pairsettle: {path}: the trust list is not used");
                    TrustListFiles.Write(verified, errors);
                    return PairSettleCommand.Unusable;
                }

                trust = trust.With(verified.List);
            }

            var report = ChainVerifier.Verify(new()
            {
                Leaf = presented[0],
                Intermediates = [.. presented.Skip(1), .. (parse.GetValue(intermediates) ?? []).SelectMany(static file => CredentialFiles.Certificates(file))],
                Anchors = trust,
                Use = named,
                Role = parse.GetValue(role),
                At = parse.GetValue(at) ?? TimeProvider.System.GetUtcNow(),
                Evidence = CredentialFiles.Evidence([.. parse.GetValue(lists) ?? [], .. parse.GetValue(responses) ?? []]),
                Policy = new()
                {
                    Edition = part,
                    Ed448 = parse.GetValue(ed448),
                    Provider = BouncyCastleAlgorithms.EdwardsCurves,
                    VehicleRules = parse.GetValue(rules),
                    EmaidCheck = parse.GetValue(emaid),
                    EvccidCheck = parse.GetValue(evccid),
                    Depth = parse.GetValue(depth),
                    UnknownStatus = parse.GetValue(unknown),
                    StaleEvidence = parse.GetValue(stale),
                },
            });
            if (parse.GetValue(json))
            {
                output.WriteLine(ChainReportText.ToJson(report));
            }
            else
            {
                ChainReportText.Write(report, output);
            }

            return ChainReportText.ExitCode(report.Verdict);
        });
        return command;
    }

    private static Option<string[]> Files(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        HelpName = "FILE",
    };
}
