using PairSettle.Samples.ChargeAndSettle.Charger;
using PairSettle.Samples.ChargeAndSettle.Csms;
using PairSettle.Samples.ChargeAndSettle.Progress;
using PairSettle.Samples.ChargeAndSettle.Stage;
using PairSettle.Samples.ChargeAndSettle.Vehicle;
using PairSettle.Samples.ChargeAndSettle.Wiring;
using PairSettle.Testing.Clocks;

namespace PairSettle.Samples.ChargeAndSettle;

/// <summary>
/// Sets the stage, lets vehicle and charger meet, makes the CSMS and the vehicle disappear when asked to, and has the
/// record verified by a process that has nothing but the record and the trust anchors.
/// </summary>
internal sealed class Director(DemoOptions options)
{
    private readonly ProgressView _view = ProgressView.ForConsole();
    private readonly TaskCompletionSource<(int Discovery, int Pilot)> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _charging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var stage = new DemoStage(options.Out);
        options.Out.Create();
        var epoch = TimeProvider.System.GetUtcNow();
        stage.Prepare(epoch);
        await using var csms = new CsmsStub();
        var cast = options with { Epoch = epoch, CsmsPort = csms.EndPoint.Port };

        using var charger = Start(cast with { Role = DemoRole.Charger }, stage, cancellationToken);
        var ports = await Either(_listening.Task, charger.Ended);
        using var vehicle = Start(cast with { Role = DemoRole.Vehicle, DiscoveryPort = ports.Discovery, PilotPort = ports.Pilot }, stage, cancellationToken);
        var interventions = Task.WhenAll(CutCsmsAsync(csms), KillVehicleAsync(vehicle));

        var exit = await charger.Ended;
        if (options.KillVehicleAt is null)
        {
            await vehicle.Ended;
        }

        _charging.TrySetCanceled(CancellationToken.None);
        await interventions;
        _view.Close();
        if (exit != 0)
        {
            Console.Error.WriteLine("no record was made");
            return exit;
        }

        Console.WriteLine($"CSMS: {csms.Received} messages received, none needed");
        Console.WriteLine($"record: {stage.RecordPath}");
        Console.WriteLine();
        return await Auditor(cast);
    }

    private static async Task<int> Auditor(DemoOptions cast)
    {
        using var auditor = new ChildProcess(cast with { Role = DemoRole.Auditor }, Console.WriteLine);
        return await auditor.Ended;
    }

    private IPart Start(DemoOptions part, DemoStage stage, CancellationToken cancellationToken)
    {
        if (!options.OneProcess)
        {
            return new ChildProcess(part, line =>
            {
                if (DemoEvent.FromLine(line) is { } happened)
                {
                    Report(happened);
                }
                else if (line.Length > 0)
                {
                    Console.WriteLine(line);
                }
            });
        }

        var time = new AcceleratedTimeProvider(TimeProvider.System, part.Epoch, part.Speedup);
        return part.Role is DemoRole.Vehicle
            ? new InProcess(
                async token =>
                {
                    await using var vehicle = new VehicleSide(part, stage, time, Report);
                    await vehicle.RunAsync(part.DiscoveryPort, part.PilotPort, token);
                    return 0;
                },
                cancellationToken)
            : new InProcess(
                async token =>
                {
                    await using var charger = new ChargerSide(part, stage, time, new(System.Net.IPAddress.IPv6Loopback, part.CsmsPort), Report);
                    return await charger.RunAsync((discovery, pilot) => _listening.TrySetResult((discovery, pilot)), token) is null ? 1 : 0;
                },
                cancellationToken);
    }

    private void Report(DemoEvent happened)
    {
        if (happened is { DiscoveryPort: { } discovery, PilotPort: { } pilot })
        {
            _listening.TrySetResult((discovery, pilot));
            return;
        }

        if (happened.PowerPermitted)
        {
            _charging.TrySetResult();
        }

        _view.Show(happened);
    }

    private async Task CutCsmsAsync(CsmsStub csms)
    {
        if (options.CutCsmsAt is { } seconds && await ChargedForAsync(seconds))
        {
            await csms.CutAsync();
            _view.Show(new() { From = "director", Step = "the CSMS is gone; nothing changes for the session" });
        }
    }

    private async Task KillVehicleAsync(IPart vehicle)
    {
        if (options.KillVehicleAt is { } seconds && await ChargedForAsync(seconds))
        {
            await vehicle.KillAsync();
            _view.Show(new() { From = "director", Step = "the vehicle vanished" });
        }
    }

    private async Task<bool> ChargedForAsync(int seconds)
    {
        try
        {
            await _charging.Task;
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<(int Discovery, int Pilot)> Either(Task<(int Discovery, int Pilot)> listening, Task<int> ended) =>
        await Task.WhenAny(listening, ended) == listening
            ? await listening
            : throw new InvalidOperationException($"The charger ended with {await ended} before it listened.");
}
