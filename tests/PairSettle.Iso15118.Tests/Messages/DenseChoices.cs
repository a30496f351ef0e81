namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>
/// As many items as the schema allows, each as small as it can be: the most that octets can cost. All lists together stay
/// within a number of items, so that lists of lists come to an end.
/// </summary>
internal sealed class DenseChoices(int mostItems) : MessageChoices
{
    private int _left = mostItems;

    public override bool Includes() => _left > 0;

    public override int Count(int least, int most)
    {
        var count = Math.Max(least, Math.Min(most, _left));
        _left -= count;
        return count;
    }
}
