using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle record</c>: what a record says, and whether it is true.</summary>
internal static class RecordCommand
{
    private const int Unreadable = 3;

    // Far above the largest record that the format admits; a larger file is not read at all.
    private const long MaximumFile = 16 << 20;

    public static Command Create() => new("record", "Verify a record offline, or show what it says.")
    {
        CreateVerify(),
        CreateShow(),
    };

    private static Command CreateVerify()
    {
        var file = File();
        var anchors = new Option<DirectoryInfo>("--anchors")
        {
            Description = "The trust anchors, one folder a role: v2g, mo, cpo, oem, fleet, meter, auditor.",
            Required = true,
        };
        var at = new Option<DateTimeOffset?>("--at") { Description = "Judge chains and declarations at this time instead of session time." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("verify", "Exit 0 Valid, 1 Invalid, 2 Undetermined, 3 unreadable.") { file, anchors, at, json };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (!TryRead(parse.GetValue(file)!, errors, out var record) || !TryLoad(parse.GetValue(anchors)!, errors, out var trust))
            {
                return Unreadable;
            }

            var report = RecordVerifier.Verify(record, trust, RecordPolicy.Default with { At = parse.GetValue(at) });
            if (parse.GetValue(json))
            {
                output.WriteLine(ReportText.ToJson(report));
            }
            else
            {
                ReportText.Write(report, output);
            }

            return ReportText.ExitCode(report);
        });
        return command;
    }

    private static Command CreateShow()
    {
        var file = File();
        var command = new Command("show", "Print what a record claims, without judging it.") { file };
        command.SetAction(parse =>
        {
            if (!TryRead(parse.GetValue(file)!, parse.InvocationConfiguration.Error, out var record))
            {
                return Unreadable;
            }

            RecordText.Write(record, parse.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Argument<FileInfo> File() => new("FILE") { Description = $"A record ({PairRecord.FileExtension})." };

    private static bool TryRead(FileInfo file, TextWriter errors, out PairRecord record)
    {
        record = null!;
        if (!file.Exists || file.Length > MaximumFile)
        {
            errors.WriteLine($"pairsettle: {file}: {(file.Exists ? "too large for a record" : "no such file")}");
            return false;
        }

        try
        {
            if (PairRecord.TryParse(System.IO.File.ReadAllBytes(file.FullName), out var read, out var error))
            {
                record = read;
                return true;
            }

            errors.WriteLine($"pairsettle: {file}: {error}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"pairsettle: {file}: {e.Message}");
        }

        return false;
    }

    private static bool TryLoad(DirectoryInfo folder, TextWriter errors, out TrustStore trust)
    {
        try
        {
            trust = TrustStore.Load(folder.FullName);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CredentialContentException)
        {
            errors.WriteLine($"pairsettle: {folder}: {e.Message}");
            trust = TrustStore.Empty;
            return false;
        }
    }
}
