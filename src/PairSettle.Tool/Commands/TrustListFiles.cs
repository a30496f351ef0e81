using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>Reads trust lists from files, and prints what the verifier found about them.</summary>
internal static class TrustListFiles
{
    /// <summary>The list of a file.</summary>
    public static SignedTrustList Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > SignedTrustList.MaxTextLength })
        {
            throw new InvalidDataException($"{path}: longer than {SignedTrustList.MaxTextLength} octets");
        }

        return SignedTrustList.TryParse(File.ReadAllText(path), out var list, out var error) ? list : throw new InvalidDataException($"{path}: {error}");
    }

    /// <summary>Turns what a caller's values cannot make into one line.</summary>
    public static T Refusing<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The name of a parameter means nothing on a command line.
            var parameter = e is ArgumentException { ParamName: { } name } ? $" (Parameter '{name}')" : string.Empty;
            throw new InvalidDataException(e.Message[..^(e.Message.EndsWith(parameter, StringComparison.Ordinal) ? parameter.Length : 0)], e);
        }
    }

    public static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)).ToUniversalTime();

    /// <summary>Prints the findings about the list and its signer, and in the last line the verdict.</summary>
    public static void Write(TrustListReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{finding.Code} {finding.Effect,-12} {finding.Reason}: {finding.Detail}");
        }

        output.WriteLine("signer:");
        ChainReportText.Write(report.Signer, output);
        output.WriteLine(report.List is { } list ? $"list: {list.Reference}, {report.Verdict}" : $"list: {report.Verdict}");
    }
}
