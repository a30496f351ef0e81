using PairSettle.Iso15118.Pairing;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>
/// Drives a charger's machine over links, journal, key, clock and meter. It knows nothing of ISO 15118: whoever owns the charging protocol
/// hands over links, pushes meter readings and obeys the observer.
/// </summary>
public sealed class ChargerSettlementHost
{
    private readonly SettlementDriver _driver;

    /// <summary>Recovers from the journal.</summary>
    /// <param name="options">What the charger brings.</param>
    /// <param name="services">Journal, anchors, time and observer.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public ChargerSettlementHost(ChargerSettlementOptions options, SettlementServices services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        State = ChargerSettlement.Recover(options, services.Journal.Recovered);
        _driver = new(
            PartyRole.Charger,
            services,
            options.Credential,
            input =>
            {
                var step = ChargerSettlement.Step(State, input);
                State = step.State;
                return step.Outputs;
            },
            () => HasOpenSession);
    }

    /// <summary>What the machine knows; a snapshot.</summary>
    public ChargerState State { get; private set; }

    internal bool IsIdle => _driver.IsIdle;

    internal bool IsLooping => _driver.IsLooping;

    /// <summary>Whether a session is under way, or one of an earlier start of the device is not settled yet.</summary>
    public bool HasOpenSession =>
        State.Phase is not (ChargerPhase.Idle or ChargerPhase.Unilateral or ChargerPhase.Settled or ChargerPhase.Abandoned);

    /// <summary>Serves one session. It goes on after the link is lost, until the vehicle came back or is taken for lost.</summary>
    /// <param name="link">The link to the vehicle; the caller disposes of it.</param>
    /// <param name="channel">What identifies the connection to both sides.</param>
    /// <param name="cancellationToken">Gives up waiting; power is withdrawn, and the journal keeps what is open.</param>
    /// <returns>How the session ended.</returns>
    /// <exception cref="IOException">The journal refused; power was withdrawn.</exception>
    public async Task<SettlementResult> SettleAsync(IPairLink link, ChannelBinding channel, CancellationToken cancellationToken) =>
        (await _driver.RunAsync(link, channel, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Settles what an earlier start of the device left open, where no vehicle comes back. It needs a reading with power off.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How the session ended, or null when none was open.</returns>
    /// <exception cref="IOException">The journal refused.</exception>
    public Task<SettlementResult?> ResumeAsync(CancellationToken cancellationToken) => _driver.ResumeAsync(cancellationToken);

    /// <summary>Hands over another link to the same vehicle while a session is being served.</summary>
    /// <param name="link">The link.</param>
    /// <param name="channel">What identifies its connection.</param>
    public void Reconnect(IPairLink link, ChannelBinding channel) => _driver.Attach(link, channel);

    /// <summary>Pushes a reading of the meter: some before the session, then one each second or so, and one with power off at the end.</summary>
    /// <param name="reading">The reading.</param>
    public void Push(MeterReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        _driver.PostReading(at => new SettlementInput.MeterRead(at, reading));
    }

    /// <summary>Ends the session.</summary>
    /// <param name="reason">Why.</param>
    public void RequestStop(EndReason reason) => _driver.Post(at => new SettlementInput.StopRequested(at, reason));

    /// <summary>Takes the record of a session with a vehicle that does not pair into journal and history, between sessions.</summary>
    /// <param name="record">The record, from <see cref="IsoReceiptSession.Assemble"/>, made with the history in <see cref="State"/>.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <returns>The published record, or null when its half does not continue the device's history.</returns>
    /// <exception cref="InvalidOperationException">A session is being served.</exception>
    /// <exception cref="IOException">The journal refused.</exception>
    public async Task<SettlementResult?> TakeReceiptedAsync(PairRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return await _driver.StepOnceAsync(at => new SettlementInput.Receipted(at, record), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells that the charger was online: the offline limits of every contract begin anew.</summary>
    public void Synchronised() => _driver.Post(at => new SettlementInput.Synchronised(at));
}
