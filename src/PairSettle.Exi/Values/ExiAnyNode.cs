namespace PairSettle.Exi;

/// <summary>One node in the content of an element that no annotated type describes: an element or text.</summary>
public abstract record ExiAnyNode
{
    private protected ExiAnyNode()
    {
    }
}
