using System.Globalization;

namespace PairSettle.Samples.ChargeAndSettle.Progress;

/// <summary>
/// Shows the session: one line that is rewritten in place on a terminal, plain lines where the output is piped.
/// </summary>
internal sealed class ProgressView(bool live)
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly long _started = System.Diagnostics.Stopwatch.GetTimestamp();
    private DemoEvent _latest = new() { From = "charger" };
    private TimeSpan _lastPlainLine = -PlainInterval;
    private bool _lineOpen;

    /// <summary>A view that suits where standard output goes.</summary>
    public static ProgressView ForConsole() => new(!Console.IsOutputRedirected);

    /// <summary>Takes one event in.</summary>
    public void Show(DemoEvent report)
    {
        lock (_gate)
        {
            var figures = report.From == "charger";
            _latest = figures ? Merge(_latest, report) : _latest;
            if (report.Step is { } step)
            {
                CloseLine();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds,6:F1} s  {report.From,-9}{step}"));
            }
            else if (figures && live)
            {
                Console.Write("\r\u001b[K" + Line());
                _lineOpen = true;
            }
            else if (figures && Elapsed - _lastPlainLine >= PlainInterval)
            {
                _lastPlainLine = Elapsed;
                Console.WriteLine(Line());
            }
        }
    }

    /// <summary>Ends the live line, so that other text starts on its own.</summary>
    public void Close()
    {
        lock (_gate)
        {
            CloseLine();
        }
    }

    private TimeSpan Elapsed => System.Diagnostics.Stopwatch.GetElapsedTime(_started);

    private static DemoEvent Merge(DemoEvent old, DemoEvent news) => old with
    {
        State = news.State ?? old.State,
        EnergyWh = news.EnergyWh ?? old.EnergyWh,
        Cost = news.Cost ?? old.Cost,
        Checkpoint = news.Checkpoint ?? old.Checkpoint,
        Csms = news.Csms ?? old.Csms,
    };

    private string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Elapsed.TotalSeconds,6:F1} s  {_latest.State ?? "connecting",-12} {(_latest.EnergyWh ?? 0) / 1000m,8:F3} kWh  {_latest.Cost ?? "-",12}  checkpoint {_latest.Checkpoint ?? 0,3}  CSMS {(_latest.Csms == true ? "connected" : "absent")}");

    private void CloseLine()
    {
        if (_lineOpen)
        {
            Console.WriteLine();
            _lineOpen = false;
        }
    }
}
