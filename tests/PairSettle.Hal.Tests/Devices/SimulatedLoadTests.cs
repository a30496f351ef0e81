using FsCheck.Fluent;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Devices;

public class SimulatedLoadTests
{
    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Read_ScriptedPower_IntegratesEachDirectionApart()
    {
        var load = new SimulatedLoad(_clock, importWh: 10, exportWh: 20);
        load.Run(new([new(TimeSpan.FromMinutes(30), 2_000), new(TimeSpan.FromMinutes(15), -4_000), new(TimeSpan.FromHours(1), 600)]));

        _clock.Advance(TimeSpan.FromHours(2));

        // Half an hour at 2 kW, a quarter at -4 kW, and 600 W from then on.
        Assert.Equal(new LoadReading(10 + 1_000 + 750, 20 + 1_000, 600), load.Read());
    }

    [Fact]
    public void Read_Speedup_RunsTheScriptFaster()
    {
        var load = new SimulatedLoad(_clock, speedup: 60);
        load.SetPower(11_000);

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(11_000, load.Read().ImportWh);
    }

    [Fact]
    public void IsConnected_ContactorOpen_StopsPowerAndScript()
    {
        var load = new SimulatedLoad(_clock);
        load.Run(new([new(TimeSpan.FromHours(1), 1_000), new(TimeSpan.FromHours(1), 0)]));
        _clock.Advance(TimeSpan.FromMinutes(30));

        load.IsConnected = false;
        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(new LoadReading(500, 0, 0), load.Read());
        load.IsConnected = true;
        _clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal(new LoadReading(1_000, 0, 0), load.Read());
    }

    [Fact]
    public void Read_HoweverOftenItIsRead_CountsTheSame() => Properties.Hold(
        from powers in Gen.Choose(-22_000, 22_000).NonEmptyListOf()
        from pauses in Gen.Choose(1, 100_000).NonEmptyListOf()
        select (powers, pauses),
        input =>
        {
            var often = new SimulatedLoad(_clock);
            var once = new SimulatedLoad(_clock);
            var script = new PowerScript(input.powers.Select(p => new PowerStep(TimeSpan.FromMilliseconds(700), p)));
            often.Run(script);
            once.Run(script);
            var last = default(LoadReading);
            foreach (var pause in input.pauses)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(pause));
                var reading = often.Read();
                Assert.True(reading.ImportWh >= last.ImportWh && reading.ExportWh >= last.ExportWh);
                last = reading;
            }

            Assert.Equal(last, once.Read());
        });

    [Fact]
    public void Charge_ShapedScript_RisesTapersAndEnds()
    {
        var script = PowerScript.Charge(TimeSpan.FromMinutes(30), 100_000);

        Assert.Equal(100_000, script.Steps.Max(s => s.PowerW));
        Assert.Equal(25_000, script.Steps[^2].PowerW);
        Assert.Equal(0, script.Steps[^1].PowerW);
        Assert.All(script.Steps[..^1], s => Assert.True(s.PowerW > 0));
    }

    [Fact]
    public void Constructor_StepWithoutDuration_Throws() =>
        Assert.Throws<ArgumentException>(() => new PowerScript(new PowerStep(TimeSpan.Zero, 1)));
}
