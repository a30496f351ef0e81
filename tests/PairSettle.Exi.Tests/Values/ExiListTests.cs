namespace PairSettle.Exi.Tests.Values;

public class ExiListTests
{
    [Fact]
    public void Equals_SameItems_IsTrue()
    {
        ExiList<string> one = ["a", "b"];
        ExiList<string> other = [.. new[] { "a", "b" }];

        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one.Equals((object)other));
    }

    [Fact]
    public void Equals_OtherItems_IsFalse()
    {
        ExiList<string> one = ["a", "b"];

        Assert.True(one != ["b", "a"]);
        Assert.True(one != ["a"]);
        Assert.True(one != ["a", "b", "c"]);
        Assert.False(one.Equals("a"));
    }

    [Fact]
    public void Records_ThatHoldLists_CompareByContent() =>
        Assert.Equal(new Holder([1, 2], ExiBytes.Copy([3])), new Holder([1, 2], ExiBytes.Copy([3])));

    [Fact]
    public void Default_IsEmpty()
    {
        ExiList<int> none = default;

        Assert.True(none.IsEmpty);
        Assert.True(none == []);
        Assert.Empty((IEnumerable<int>)none);
        Assert.Equal("[]", none.ToString());
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Enumerate_GivesTheItemsInOrder()
    {
        ExiList<int> list = [3, 1, 2];
        List<int> seen = [];
        foreach (var item in list)
        {
            seen.Add(item);
        }

        Assert.Equal([3, 1, 2], seen);
        Assert.Equal(3, list.Count);
        Assert.Equal(1, list[1]);
        Assert.Equal("[3, 1, 2]", list.ToString());
    }

    private sealed record Holder(ExiList<int> Items, ExiBytes Octets);
}
