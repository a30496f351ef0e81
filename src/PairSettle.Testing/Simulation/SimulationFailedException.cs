using System.Globalization;

namespace PairSettle.Testing.Simulation;

/// <summary>A simulated run broke a property. The message holds the seed with which it breaks again.</summary>
public sealed class SimulationFailedException : Exception
{
    /// <summary>Names seed and property.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="property">The property, such as <c>S6</c>.</param>
    /// <param name="detail">What was found.</param>
    /// <param name="innerException">What was thrown, if anything.</param>
    public SimulationFailedException(ulong seed, string property, string detail, Exception? innerException = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"Seed {seed} breaks {property}: {detail}."), innerException)
    {
        Seed = seed;
        Property = property;
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The property.</summary>
    public string Property { get; }
}
