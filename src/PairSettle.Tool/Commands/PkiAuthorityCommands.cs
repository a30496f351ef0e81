using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary>The commands of <c>pairsettle pki</c> that act for an authority whose folder was kept.</summary>
internal static class PkiAuthorityCommands
{
    public static IEnumerable<Command> Create() => [CreateCross(), CreateRevoke(), CreateList(), CreateOcsp()];

    private static Command CreateCross()
    {
        var folder = PkiOptions.Authority();
        var file = new Argument<string>("CERTIFICATE") { Description = "The other hierarchy's authority; of several in a file the first." };
        var length = new Option<int?>("--path-length") { Description = "The intermediates that may follow, where they are to be fewer than the other's own certificate allows." };
        var (days, at, target) = (PkiOptions.Days(365), PkiOptions.At(), PkiOptions.File("The cross certificate, PEM: an intermediate between what the other issued and this hierarchy's root."));
        var command = new Command("cross", "Certify name and key of another hierarchy's authority.") { folder, file, length, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var now = PkiOptions.Now(parse.GetValue(at));
            var subject = CredentialFiles.Certificates(parse.GetValue(file)!)[0];
            var certificate = authority.Issue(TrustListFiles.Refusing(
                () => CertificateOrder.Cross(subject, SerialNumbers.Random(), now, now.AddDays(parse.GetValue(days)), parse.GetValue(length))));
            File.WriteAllText(parse.GetValue(target)!, CertificatePem.Write([certificate]));
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: {PkiOptions.Describe(certificate)}");
            return 0;
        });
        return command;
    }

    private static Command CreateRevoke()
    {
        var folder = PkiOptions.Authority();
        var file = new Argument<string?>("CERTIFICATE") { Description = "The certificate; of several in a file the first.", Arity = ArgumentArity.ZeroOrOne };
        var serial = new Option<string?>("--serial") { Description = "The serial number of a certificate that the log knows, hexadecimal, in place of the certificate.", HelpName = "HEX" };
        var reason = new Option<RevocationReason>("--reason") { Description = "Why." };
        var since = new Option<DateTimeOffset?>("--since") { Description = "The time since which the key is suspected." };
        var at = PkiOptions.At();
        var command = new Command("revoke", "Revoke a certificate. It counts once a list or a response says so.") { folder, file, serial, reason, since, at };
        command.SetAction(parse =>
        {
            var (path, number) = (parse.GetValue(file), parse.GetValue(serial));
            if (path is null == number is null)
            {
                parse.InvocationConfiguration.Error.WriteLine("pairsettle: either a certificate is needed, or --serial");
                return PairSettleCommand.Misused;
            }

            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var (now, why, suspected) = (PkiOptions.Now(parse.GetValue(at)), parse.GetValue(reason), parse.GetValue(since));
            var revoked = TrustListFiles.Refusing(() => path is null
                ? RevokeSerial(authority, number!, now, why, suspected)
                : Revoke(authority, CredentialFiles.Certificates(path)[0], now, why, suspected));
            parse.InvocationConfiguration.Output.WriteLine($"revoked: {revoked}, {why}");
            return 0;
        });
        return command;
    }

    private static string Revoke(AuthorityDirectory authority, Certificate certificate, DateTimeOffset at, RevocationReason reason, DateTimeOffset? since)
    {
        authority.Revoke(certificate, at, reason, since);
        return $"{certificate}";
    }

    // Others write serial numbers with colons, or without leading zeros (OCPP).
    private static string RevokeSerial(AuthorityDirectory authority, string number, DateTimeOffset at, RevocationReason reason, DateTimeOffset? since)
    {
        var digits = number.Replace(":", string.Empty, StringComparison.Ordinal).TrimStart('0');
        digits = digits.Length % 2 == 0 ? digits : "0" + digits;
        if (digits.Length == 0 || !digits.All(char.IsAsciiHexDigit))
        {
            throw new InvalidDataException($"{number}: not a serial number in hexadecimal digits");
        }

        var octets = Convert.FromHexString(digits);
        authority.Revoke(octets[0] < 0x80 ? octets : [0, .. octets], at, reason, since);
        return $"serial number {digits}";
    }

    private static Command CreateList()
    {
        var folder = PkiOptions.Authority();
        var (days, at, target) = (PkiOptions.Days(7), PkiOptions.At(), PkiOptions.File("The list, DER."));
        var command = new Command("crl", "Sign the next revocation list.") { folder, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var now = PkiOptions.Now(parse.GetValue(at));
            var list = TrustListFiles.Refusing(() => authority.CreateRevocationList(now, now.AddDays(parse.GetValue(days))));
            File.WriteAllBytes(parse.GetValue(target)!, list.RawData.Span);
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: list {Convert.ToHexString(list.Number.Span)} with {list.Count} entries");
            return 0;
        });
        return command;
    }

    private static Command CreateOcsp()
    {
        var folder = PkiOptions.Authority();
        var files = new Argument<string[]>("CERTIFICATE") { Description = "The certificates to answer for.", Arity = ArgumentArity.OneOrMore };
        var responder = new Option<string?>("--responder") { Description = "The folder of a delegated responder's credential; without it the authority signs itself." };
        var (days, at, target) = (PkiOptions.Days(1), PkiOptions.At(), PkiOptions.File("The response, DER."));
        var command = new Command("ocsp", "Sign an OCSP response.") { folder, files, responder, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var delegated = parse.GetValue(responder) is { } path ? PkiDirectory.LoadCredential(path) : null;
            var now = PkiOptions.Now(parse.GetValue(at));
            var certificates = parse.GetValue(files)!.Select(static path => CredentialFiles.Certificates(path)[0]);
            var response = TrustListFiles.Refusing(() => authority.CreateOcspResponse(certificates, now, now.AddDays(parse.GetValue(days)), delegated));
            File.WriteAllBytes(parse.GetValue(target)!, response.RawData.Span);
            (delegated?.Signer as IDisposable)?.Dispose();
            foreach (var answer in response.Answers)
            {
                parse.InvocationConfiguration.Output.WriteLine($"{Convert.ToHexString(answer.Id.SerialNumber.Span)}: {answer.Status}");
            }

            return 0;
        });
        return command;
    }
}
