namespace PairSettle.Exi.Codecs;

/// <summary>
/// The built-in grammar of the elements of one name that the schema does not declare. What has come once receives a
/// short code, the newest the shortest number (EXI 1.0, 8.4.3).
/// </summary>
internal sealed class LearnedGrammar
{
    /// <summary>Before content: at first everything stands behind the escape.</summary>
    public LearnedState Start { get; } = new(isStart: true);

    /// <summary>Once content has begun: EE is there from the beginning, and no attribute may come.</summary>
    public LearnedState Content { get; } = new(isStart: false);
}
