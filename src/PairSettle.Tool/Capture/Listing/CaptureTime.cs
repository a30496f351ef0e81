using System.Globalization;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>Writes times of captures: UTC, to the microsecond, or to the nanosecond where the capture has them.</summary>
internal static class CaptureTime
{
    /// <summary>The time, or null where there is none.</summary>
    public static string? Text(long? timeNs)
    {
        if (timeNs is not { } time)
        {
            return null;
        }

        var (seconds, fraction) = (Math.DivRem(time, 1_000_000_000, out var rest), rest);
        if (fraction < 0)
        {
            (seconds, fraction) = (seconds - 1, fraction + 1_000_000_000);
        }

        var whole = DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return fraction % 1000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole}.{fraction / 1000:D6}Z")
            : string.Create(CultureInfo.InvariantCulture, $"{whole}.{fraction:D9}Z");
    }
}
