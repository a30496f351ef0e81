namespace PairSettle.Samples.ChargeAndSettle.Wiring;

/// <summary>A side in this process; to vanish it is cancelled, which cuts its connections.</summary>
internal sealed class InProcess : IPart
{
    private readonly CancellationTokenSource _vanish;

    public InProcess(Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        _vanish = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Ended = RunAsync(run);
    }

    public Task<int> Ended { get; }

    public Task KillAsync() => _vanish.CancelAsync();

    public void Dispose() => _vanish.Dispose();

    private async Task<int> RunAsync(Func<CancellationToken, Task<int>> run)
    {
        try
        {
            return await run(_vanish.Token);
        }
        catch (OperationCanceledException) when (_vanish.IsCancellationRequested)
        {
            return 1;
        }
    }
}
