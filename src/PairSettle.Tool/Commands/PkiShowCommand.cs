using System.CommandLine;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle pki show</c>: says what certificates, revocation lists and OCSP responses hold. Nothing is verified.</summary>
internal static class PkiShowCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Certificates, revocation lists or OCSP responses, PEM or DER; or the folder of an authority, a credential or several such files.", Arity = ArgumentArity.OneOrMore };
        var unmasked = new Option<bool>("--unmasked") { Description = "Print common names that may be personal in full." };
        var command = new Command("show", "Say what files hold, without verifying anything.") { files, unmasked };
        command.SetAction(parse =>
        {
            foreach (var file in parse.GetValue(files)!)
            {
                foreach (var item in CredentialFiles.Any(file))
                {
                    Show(item, parse.GetValue(unmasked), parse.InvocationConfiguration.Output);
                }

                if (File.Exists(Path.Combine(file, "log.txt")))
                {
                    Show(AuthorityStatus.Open(file), parse.InvocationConfiguration.Output);
                }
            }

            return 0;
        });
        return command;
    }

    private static void Show(object item, bool unmasked, TextWriter output)
    {
        switch (item)
        {
            case Certificate certificate:
                Show(certificate, unmasked, output);
                break;
            case CertificateRevocationList list:
                Show(list, output);
                break;
            case OcspResponse response:
                Show(response, output);
                break;
        }
    }

    private static void Show(AuthorityStatus status, TextWriter output)
    {
        output.WriteLine("log");
        Field(output, "issued", status.Count.ToString(CultureInfo.InvariantCulture));
        Field(output, "last list", status.ListNumber == 0 ? "none" : status.ListNumber.ToString("X", CultureInfo.InvariantCulture));
        foreach (var entry in status.Revocations)
        {
            Field(output, "revoked", $"{Hex(entry.SerialNumber)}, {Time(entry.RevokedAt)}, {entry.Reason}{(entry.InvalidSince is { } since ? $", suspected since {Time(since)}" : string.Empty)}");
        }
    }

    private static void Show(Certificate certificate, bool unmasked, TextWriter output)
    {
        output.WriteLine($"certificate {Hex(certificate.Sha256)}");
        Field(output, "subject", unmasked ? certificate.Subject.ToUnmaskedString() : $"{certificate.Subject}");
        Field(output, "issuer", $"{certificate.Issuer}");
        Field(output, "serial number", Hex(certificate.SerialNumber));
        Field(output, "valid", $"{Time(certificate.NotBefore)} to {Time(certificate.NotAfter)}");
        Field(output, "key", $"{certificate.KeyAlgorithm}, identifier {Hex(certificate.SubjectKeyIdentifier)}");
        Field(output, "issuer's key", Hex(certificate.AuthorityKeyIdentifier));
        Field(output, "authority", certificate.IsAuthority ? $"yes, path length {certificate.PathLength?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}" : "no");
        Field(output, "key usage", $"{certificate.KeyUsage}");
        Field(output, "extended", string.Join(", ", certificate.ExtendedKeyUsages));
        Field(output, "lists at", string.Join(", ", certificate.CrlDistributionPoints));
        Field(output, "responders at", string.Join(", ", certificate.OcspResponders));
        Field(output, "octets", certificate.RawData.Length.ToString(CultureInfo.InvariantCulture));
    }

    private static void Show(CertificateRevocationList list, TextWriter output)
    {
        output.WriteLine($"{(list.IsDelta ? "delta revocation list" : "revocation list")} {Hex(list.Sha256)}");
        Field(output, "issuer", $"{list.Issuer}");
        Field(output, "number", Hex(list.Number));
        Field(output, "updates", $"{Time(list.ThisUpdate)}, next {Next(list.NextUpdate)}");
        Field(output, "entries", list.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static void Show(OcspResponse response, TextWriter output)
    {
        output.WriteLine($"OCSP response {Hex(response.Sha256)}");
        Field(output, "responder", response.ResponderName is { } name ? $"{name}" : Hex(response.ResponderKeyHash));
        Field(output, "signed", Time(response.SignedAt));
        foreach (var answer in response.Answers)
        {
            Field(output, Hex(answer.Id.SerialNumber), $"{answer.Status}, {Time(answer.ThisUpdate)}, next {Next(answer.NextUpdate)}");
        }
    }

    private static void Field(TextWriter output, string name, string value)
    {
        if (value.Length > 0)
        {
            output.WriteLine($"  {name,-14} {value}");
        }
    }

    private static string Hex(ReadOnlyMemory<byte> octets) => Convert.ToHexString(octets.Span);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Next(DateTimeOffset? time) => time is { } promised ? Time(promised) : "not promised";
}
