using System.Collections.Immutable;

namespace PairSettle.Testing.Devices;

/// <summary>The course of a power over time, in steps. After the last step its power stays.</summary>
public sealed class PowerScript
{
    /// <summary>Creates a script.</summary>
    /// <param name="steps">The steps, at least one, each longer than nothing.</param>
    public PowerScript(params IEnumerable<PowerStep> steps)
    {
        Steps = [.. steps];
        if (Steps.IsEmpty || Steps.Any(s => s.Duration <= TimeSpan.Zero))
        {
            throw new ArgumentException("A script needs steps that last.", nameof(steps));
        }
    }

    /// <summary>The steps.</summary>
    public ImmutableArray<PowerStep> Steps { get; }

    /// <summary>A power that never changes.</summary>
    /// <param name="powerW">The power in watts.</param>
    /// <returns>The script.</returns>
    public static PowerScript Constant(long powerW) => new(new PowerStep(TimeSpan.MaxValue, powerW));

    /// <summary>
    /// A charge as a battery takes it: the power rises in a tenth of the time, stays, and tapers to a quarter over the last third.
    /// </summary>
    /// <param name="duration">The time of the whole charge, at least 30 seconds.</param>
    /// <param name="peakW">The greatest power in watts.</param>
    /// <returns>The script; the power is zero after it.</returns>
    public static PowerScript Charge(TimeSpan duration, long peakW)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.FromSeconds(30));
        const int parts = 30;
        var steps = Enumerable.Range(0, parts).Select(i => new PowerStep(duration / parts, i switch
        {
            < 3 => peakW * (i + 1) / 4,
            < 20 => peakW,
            _ => peakW - (peakW * 3 * (i - 19) / (4 * (parts - 20))),
        }));
        return new([.. steps, new(TimeSpan.MaxValue, 0)]);
    }
}
