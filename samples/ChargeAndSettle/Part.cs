using System.Net;
using PairSettle.Samples.ChargeAndSettle.Charger;
using PairSettle.Samples.ChargeAndSettle.Progress;
using PairSettle.Samples.ChargeAndSettle.Stage;
using PairSettle.Samples.ChargeAndSettle.Vehicle;
using PairSettle.Testing.Clocks;

namespace PairSettle.Samples.ChargeAndSettle;

/// <summary>One side in a process of its own: its figures go to standard output, one JSON line each.</summary>
internal static class Part
{
    public static async Task<int> RunAsync(DemoOptions options, CancellationToken cancellationToken)
    {
        var output = TextWriter.Synchronized(Console.Out);
        void Report(DemoEvent happened) => output.WriteLine(happened.ToLine());
        var stage = new DemoStage(options.Out);
        var time = new AcceleratedTimeProvider(TimeProvider.System, options.Epoch, options.Speedup);
        if (options.Role is DemoRole.Vehicle)
        {
            await using var vehicle = new VehicleSide(options, stage, time, Report);
            await vehicle.RunAsync(options.DiscoveryPort, options.PilotPort, cancellationToken);
            return 0;
        }

        await using var charger = new ChargerSide(options, stage, time, new(IPAddress.IPv6Loopback, options.CsmsPort), Report);
        var record = await charger.RunAsync(
            (discovery, pilot) => Report(new() { From = "charger", DiscoveryPort = discovery, PilotPort = pilot }), cancellationToken);
        return record is null ? 1 : 0;
    }
}
