using System.CommandLine;
using System.Globalization;

namespace PairSettle.Samples.ChargeAndSettle;

/// <summary>Which part of the demonstration a process plays.</summary>
internal enum DemoRole
{
    /// <summary>Sets the stage, starts the others, shows the progress, verifies.</summary>
    Director,

    /// <summary>The charger: SECC, meter, settlement.</summary>
    Charger,

    /// <summary>The vehicle: EVCC, settlement.</summary>
    Vehicle,

    /// <summary>An auditor with nothing but a record and trust anchors.</summary>
    Auditor,
}

/// <summary>The switches of the demonstration.</summary>
internal sealed record DemoOptions
{
    /// <summary>Where the record, the anchors and both journals go.</summary>
    public required DirectoryInfo Out { get; init; }

    /// <summary>How long energy flows, in seconds of wall time.</summary>
    public int Seconds { get; init; }

    /// <summary>How many seconds pass for meter and settlement in one second of wall time. Protocol timers stay real.</summary>
    public int Speedup { get; init; }

    /// <summary>Whether energy flows as alternating current.</summary>
    public bool Ac { get; init; }

    /// <summary>When the CSMS disappears, in seconds after power was permitted.</summary>
    public int? CutCsmsAt { get; init; }

    /// <summary>When the vehicle vanishes, in seconds after power was permitted.</summary>
    public int? KillVehicleAt { get; init; }

    /// <summary>Whether the vehicle is one that knows Plug &amp; Charge and nothing of pair settlement.</summary>
    public bool UnmodifiedVehicle { get; init; }

    /// <summary>Whether vehicle and charger share this process.</summary>
    public bool OneProcess { get; init; }

    /// <summary>The part that this process plays.</summary>
    public DemoRole Role { get; init; }

    /// <summary>The instant at which the accelerated clocks of all processes show real time.</summary>
    public DateTimeOffset Epoch { get; init; }

    /// <summary>Where the CSMS listens.</summary>
    public int CsmsPort { get; init; }

    /// <summary>Where the charger answers discovery.</summary>
    public int DiscoveryPort { get; init; }

    /// <summary>Where the charger's end of the control pilot is.</summary>
    public int PilotPort { get; init; }

    /// <summary>The command line with its help.</summary>
    public static RootCommand CreateCommand(Func<DemoOptions, CancellationToken, Task<int>> run)
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder for session.psr, anchors/ and the journals.",
            DefaultValueFactory = _ => new DirectoryInfo("out"),
        };
        var seconds = Bounded("--seconds", "How long energy flows, in seconds of wall time.", 12, 2, 3600);
        var speedup = Bounded("--speedup", "How many seconds meter and settlement see in one second of wall time.", 60, 1, 300);
        var ac = new Option<bool>("--ac") { Description = "Charge with alternating current; direct current otherwise." };
        var cut = new Option<int?>("--cut-csms-at") { Description = "Seconds of charging after which the CSMS disappears." };
        var kill = new Option<int?>("--kill-vehicle-at") { Description = "Seconds of charging after which the vehicle vanishes." };
        var unmodified = new Option<bool>("--unmodified-vehicle") { Description = "A vehicle with Plug & Charge that knows nothing of pair settlement." };
        var one = new Option<bool>("--one-process") { Description = "Run vehicle and charger in this process instead of two of their own." };
        var role = new Option<DemoRole>("--role") { Description = "The part that this process plays.", Hidden = true };
        var epoch = new Option<long>("--epoch-ticks") { Hidden = true };
        var csms = new Option<int>("--csms-port") { Hidden = true };
        var discovery = new Option<int>("--discovery-port") { Hidden = true };
        var pilot = new Option<int>("--pilot-port") { Hidden = true };
        var command = new RootCommand("A vehicle and a charger charge over ISO 15118, settle as a matched pair, and anybody verifies the record.")
        {
            folder, seconds, speedup, ac, cut, kill, unmodified, one, role, epoch, csms, discovery, pilot,
        };
        command.SetAction((parse, cancellationToken) => run(
            new()
            {
                Out = parse.GetValue(folder)!,
                Seconds = parse.GetValue(seconds),
                Speedup = parse.GetValue(speedup),
                Ac = parse.GetValue(ac),
                CutCsmsAt = parse.GetValue(cut),
                KillVehicleAt = parse.GetValue(kill),
                UnmodifiedVehicle = parse.GetValue(unmodified),
                OneProcess = parse.GetValue(one),
                Role = parse.GetValue(role),
                Epoch = new DateTimeOffset(parse.GetValue(epoch), TimeSpan.Zero),
                CsmsPort = parse.GetValue(csms),
                DiscoveryPort = parse.GetValue(discovery),
                PilotPort = parse.GetValue(pilot),
            },
            cancellationToken));
        return command;
    }

    /// <summary>The arguments that start another process of this program in a part of its own.</summary>
    public IEnumerable<string> ArgumentsFor(DemoRole role)
    {
        List<string> arguments =
        [
            "--role", role.ToString(),
            "--out", Out.FullName,
            "--seconds", Text(Seconds),
            "--speedup", Text(Speedup),
            "--epoch-ticks", Text(Epoch.UtcTicks),
            "--csms-port", Text(CsmsPort),
            "--discovery-port", Text(DiscoveryPort),
            "--pilot-port", Text(PilotPort),
        ];
        if (Ac)
        {
            arguments.Add("--ac");
        }

        if (UnmodifiedVehicle)
        {
            arguments.Add("--unmodified-vehicle");
        }

        return arguments;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Option<int> Bounded(string name, string description, int value, int minimum, int maximum)
    {
        var option = new Option<int>(name) { Description = $"{description} {minimum} to {maximum}.", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            var given = result.GetValue(option);
            if (given < minimum || given > maximum)
            {
                result.AddError($"{name} takes a whole number from {minimum} to {maximum}.");
            }
        });
        return option;
    }
}
