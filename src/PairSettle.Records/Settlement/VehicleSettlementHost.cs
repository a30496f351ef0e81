using PairSettle.Iso15118.Pairing;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>
/// Drives a vehicle's machine over links, journal, key and clock. It knows nothing of ISO 15118: whoever owns the charging protocol hands
/// over links, pushes the vehicle's own measurements and obeys the observer.
/// </summary>
public sealed class VehicleSettlementHost
{
    private readonly SettlementDriver _driver;

    /// <summary>Recovers from the journal.</summary>
    /// <param name="options">What the vehicle brings.</param>
    /// <param name="services">Journal, anchors, time and observer.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public VehicleSettlementHost(VehicleSettlementOptions options, SettlementServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        State = VehicleSettlement.Recover(options, services.Journal.Recovered);
        _driver = new(
            PartyRole.Vehicle,
            services,
            options.Credential,
            input =>
            {
                var step = VehicleSettlement.Step(State, input);
                State = step.State;
                return step.Outputs;
            },
            () => HasOpenSession);
    }

    /// <summary>What the machine knows; a snapshot.</summary>
    public VehicleState State { get; private set; }

    internal bool IsIdle => _driver.IsIdle;

    internal bool IsLooping => _driver.IsLooping;

    /// <summary>Whether a session is under way, or one of an earlier start of the device is not settled yet.</summary>
    public bool HasOpenSession =>
        State.Phase is not (VehiclePhase.Idle or VehiclePhase.Unilateral or VehiclePhase.Settled or VehiclePhase.Abandoned);

    /// <summary>
    /// Runs one session, or first settles the one that is still open with this charger: then the result is that one's, and another call on
    /// the same link begins a new session. It goes on after the link is lost, until the charger came back or is taken for lost.
    /// </summary>
    /// <param name="link">The link to the charger; the caller disposes of it.</param>
    /// <param name="channel">What identifies the connection to both sides.</param>
    /// <param name="cancellationToken">Gives up waiting; no power is drawn any more, and the journal keeps what is open.</param>
    /// <returns>How the session ended.</returns>
    /// <exception cref="IOException">The journal refused; no power is drawn any more.</exception>
    public async Task<SettlementResult> SettleAsync(IPairLink link, ChannelBinding channel, CancellationToken cancellationToken) =>
        (await _driver.RunAsync(link, channel, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Settles what an earlier start of the device left open, where no charger answers any more.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How the session ended, or null when none was open.</returns>
    /// <exception cref="IOException">The journal refused.</exception>
    public Task<SettlementResult?> ResumeAsync(CancellationToken cancellationToken) => _driver.ResumeAsync(cancellationToken);

    /// <summary>Hands over another link to the same charger while a session is under way.</summary>
    /// <param name="link">The link.</param>
    /// <param name="channel">What identifies its connection.</param>
    public void Reconnect(IPairLink link, ChannelBinding channel) => _driver.Attach(link, channel);

    /// <summary>Pushes what the vehicle measured: one reading each second or so, and one with power off at the end.</summary>
    /// <param name="reading">The reading.</param>
    public void Push(VehicleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _driver.PostReading(at => new SettlementInput.Measured(at, reading));
    }

    /// <summary>Ends the session: the charger is asked to close it.</summary>
    /// <param name="reason">Why.</param>
    public void RequestStop(EndReason reason) => _driver.Post(at => new SettlementInput.StopRequested(at, reason));

    /// <summary>Tells that the vehicle was online.</summary>
    public void Synchronised() => _driver.Post(at => new SettlementInput.Synchronised(at));
}
