namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>What <see cref="MessageMaker"/> leaves open: by itself the least that the schema allows.</summary>
internal class MessageChoices
{
    /// <summary>Whether something that may be left out is there.</summary>
    public virtual bool Includes() => false;

    /// <summary>One of several ways.</summary>
    public virtual int Pick(int ways) => 0;

    /// <summary>How often something occurs.</summary>
    public virtual int Count(int least, int most) => least;

    /// <summary>How long a text or an octet string is.</summary>
    public virtual int Length(int least, int most) => least;

    /// <summary>A number of a range.</summary>
    public virtual Int128 Number(Int128 least, Int128 most) => Int128.Clamp(0, least, most);

    /// <summary>A character.</summary>
    public virtual char Character() => 'A';
}
