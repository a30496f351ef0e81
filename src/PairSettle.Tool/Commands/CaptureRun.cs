using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PairSettle.Tool.Capture;
using PairSettle.Tool.Capture.Listing;
using PairSettle.Tool.Capture.Tls;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi decode --pcap</c>: the messages of a capture, one line each.</summary>
internal static class CaptureRun
{
    // A capture is read into memory; longer ones are cut first, with editcap for example.
    private const long MaxCapture = 512L * 1024 * 1024;
    private const long MaxKeyLog = 64L * 1024 * 1024;

    /// <summary>Lists a capture.</summary>
    /// <returns>0 everything was read, 1 something could not be, 2 the file is no capture.</returns>
    public static int List(string capture, string? keyLogFile, bool json, bool verbose, TextWriter output, TextWriter errors)
    {
        var keyLog = new KeyLog();
        if (!TryReadFile(capture, MaxCapture, out var octets, out var error) || !TryAddKeyLog(keyLog, keyLogFile, out error))
        {
            errors.WriteLine($"pairsettle: {error}");
            return PairSettleCommand.Unusable;
        }

        IListingWriter writer = json ? new JsonListing(output, verbose) : new TextListing(output, verbose);
        var listing = new CaptureListing(keyLog, writer);
        if (!listing.TryRun(octets, out error))
        {
            errors.WriteLine($"pairsettle: {error}");
            return PairSettleCommand.Unusable;
        }

        errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{listing.Packets} packets, {listing.Messages} messages, {listing.Problems} problems"));
        return listing.Problems == 0 ? 0 : 1;
    }

    private static bool TryAddKeyLog(KeyLog keyLog, string? file, out CaptureError error)
    {
        error = default;
        if (file is null)
        {
            return true;
        }

        if (!TryReadFile(file, MaxKeyLog, out var lines, out error))
        {
            return false;
        }

        keyLog.Add(lines);
        if (keyLog.IsEmpty)
        {
            error = new(CaptureFault.KeyLogUnusable, $"{file}: no line of it is one of an NSS key log");
            return false;
        }

        return true;
    }

    private static bool TryReadFile(string path, long limit, [NotNullWhen(true)] out byte[]? octets, out CaptureError error)
    {
        octets = null;
        error = default;
        using var file = File.OpenRead(path);
        if (file.Length > limit)
        {
            error = new(CaptureFault.FileTooLarge, string.Create(CultureInfo.InvariantCulture, $"{path}: more than {limit} octets"));
            return false;
        }

        octets = new byte[file.Length];
        file.ReadExactly(octets);
        return true;
    }
}
