namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// Holds parsers, verifiers and what goes on with their results to what they promise about input from anybody: no exception, memory in
/// proportion to the input, what is accepted is kept as it came, and nothing that was damaged is trusted.
/// </summary>
internal sealed class CredentialJudge
{
    /// <summary>What a parser may allocate for any input.</summary>
    public const int AllocationBase = 16 * 1024;

    /// <summary>What it may allocate for each octet of the input besides.</summary>
    public const int AllocationFactor = 200;

    private readonly HashSet<(CredentialKind Kind, string Hex)> _genuine = [];
    private readonly Dictionary<CredentialKind, CredentialTarget> _targets = [];

    /// <summary>Prepares everything that inputs go through.</summary>
    public CredentialJudge()
    {
        CredentialTarget[] targets =
        [
            new ChainTarget(), new ResponderTarget(), new PemTarget(), new CertificationRequestTarget(), new TrustListTarget(), new EnvelopeTarget(),
            new EncodingTarget(), new IdentifierTarget(), new LogTarget(),
        ];
        foreach (var target in targets)
        {
            foreach (var kind in target.Kinds)
            {
                _targets.Add(kind, target);
            }
        }
    }

    /// <summary>The number of inputs that a parser accepted.</summary>
    public long Accepted { get; private set; }

    /// <summary>The most octets that were allocated for an octet of input, the base not counted.</summary>
    public double MostPerOctet { get; private set; }

    /// <summary>Takes seeds that are genuine: what verifies is measured against them.</summary>
    public void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds)
    {
        foreach (var target in _targets.Values.Distinct())
        {
            target.Trust(seeds);
        }

        foreach (var (kind, octets) in seeds)
        {
            _genuine.Add((kind, Convert.ToHexString(octets)));

            // What is allocated once, at the first use of a class, is not the input's.
            var target = _targets[kind];
            (target.Parse(kind, target.Prepare(kind, octets)).Accepted as IDisposable)?.Dispose();
        }
    }

    /// <summary>Judges one input.</summary>
    /// <param name="kind">What it is parsed as.</param>
    /// <param name="octets">The input.</param>
    /// <param name="behaviour">What was done with it, as far as that tells it from others.</param>
    /// <returns>What is wrong about it, or null.</returns>
    public string? Judge(CredentialKind kind, byte[] octets, out string behaviour)
    {
        behaviour = string.Empty;
        try
        {
            var target = _targets[kind];
            var input = target.Prepare(kind, octets);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var outcome = target.Parse(kind, input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before - AllocationBase;
            MostPerOctet = Math.Max(MostPerOctet, (double)allocated / Math.Max(1, octets.Length));
            if (allocated > (long)AllocationFactor * octets.Length)
            {
                return $"{allocated + AllocationBase} octets allocated for {octets.Length}";
            }

            if (outcome.Accepted is not { } accepted)
            {
                behaviour = $"{outcome.Fault} {outcome.Path}";
                return outcome.IsUnfounded ? "refused without a fault" : null;
            }

            Accepted++;
            behaviour = target.Use(kind, accepted, octets, _genuine.Contains((kind, Convert.ToHexString(octets))), out var problem);
            return problem;
        }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} {e.StackTrace?.Split('\n')[0].Trim()}";
        }
    }
}
