using PairSettle.Exi;

namespace PairSettle.Iso15118.Session;

/// <summary>Watches a host: the sample's display, the pair settlement, the records. Called in the order of events, before the outputs of a step are performed; it must not block.</summary>
/// <typeparam name="TStep">The step of the machine.</typeparam>
public interface ISessionObserver<in TStep>
{
    /// <summary>The machine made a step.</summary>
    /// <param name="step">The state afterwards and the outputs that are about to be performed.</param>
    void Stepped(TStep step);

    /// <summary>A message passed that proves something.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="exi">Its octets, exactly as they were received or sent.</param>
    void EvidenceObserved(EvidenceKind kind, ExiBytes exi);
}
