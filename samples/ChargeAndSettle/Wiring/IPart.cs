namespace PairSettle.Samples.ChargeAndSettle.Wiring;

/// <summary>A side that runs somewhere, and can be made to vanish.</summary>
internal interface IPart : IDisposable
{
    /// <summary>Ends with the exit code.</summary>
    Task<int> Ended { get; }

    /// <summary>Makes it vanish without a word to anybody.</summary>
    Task KillAsync();
}
