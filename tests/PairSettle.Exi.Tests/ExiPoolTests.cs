namespace PairSettle.Exi.Tests;

public class ExiPoolTests
{
    [Fact]
    public void TakeRecord_OfTheSameDecode_IsNeverTheSame()
    {
        var pool = new ExiPool();
        pool.Begin();
        var (first, second) = (new Version(1, 0), new Version(1, 0));
        Assert.Null(pool.TakeRecord<Version>());
        pool.KeepRecord(first);
        pool.KeepRecord(second);
        Assert.Null(pool.TakeRecord<Version>());

        pool.Begin();
        Assert.Same(first, pool.TakeRecord<Version>());
        Assert.Same(second, pool.TakeRecord<Version>());
        Assert.Null(pool.TakeRecord<Version>());
        Assert.Null(pool.TakeRecord<ExiContentException>());
    }

    [Fact]
    public void TakeArray_InAnyOrderOfLengths_IsFoundAgain()
    {
        var pool = new ExiPool();
        pool.Begin();
        var made = new[] { 3, 5, 3, 7 }.Select(pool.TakeArray<byte>).ToArray();

        pool.Begin();
        var again = new[] { 7, 3, 3, 5 }.Select(pool.TakeArray<byte>).ToArray();

        Assert.Equal([7, 3, 3, 5], again.Select(array => array.Length));
        Assert.Equal(made.ToHashSet(), again.ToHashSet());
        Assert.Equal(4, again.Distinct().Count());
    }

    [Fact]
    public void TakeArray_OfManyLengths_KeepsABoundedNumber()
    {
        var pool = new ExiPool();
        for (var length = 1; length < 1000; length++)
        {
            pool.Begin();
            Assert.Equal(length, pool.TakeArray<byte>(length).Length);
        }

        // What came last pushed out what came first.
        pool.Begin();
        Assert.Equal(0, Allocated(() => pool.TakeArray<byte>(999)));
        Assert.NotEqual(0, Allocated(() => pool.TakeArray<byte>(1)));
    }

    [Fact]
    public void TakeArray_MoreThanAreKept_AreAllDifferent()
    {
        var pool = new ExiPool();
        for (var turn = 0; turn < 3; turn++)
        {
            pool.Begin();
            var taken = Enumerable.Range(0, 200).Select(i => pool.TakeArray<byte>(1 + (i % 3))).ToArray();
            Assert.Equal(200, taken.Distinct(ReferenceEqualityComparer.Instance).Count());
            Assert.Equal(Enumerable.Range(0, 200).Select(i => 1 + (i % 3)), taken.Select(array => array.Length));
        }
    }

    [Fact]
    public void Intern_EqualCharacters_AreOneString()
    {
        var pool = new ExiPool();
        pool.Begin();
        var (a, b) = (pool.Intern("urn:a"), pool.Intern("urn:b"));
        Assert.Same(a, pool.Intern("urn:a"));

        pool.Begin();
        Assert.Same(b, pool.Intern("urn:b"));
        Assert.Same(a, pool.Intern("urn:a"));
        Assert.Equal(("urn:a", "urn:b"), (a, b));
    }

    [Fact]
    public void Intern_AnyNumberOfStrings_GivesTheirContents()
    {
        var pool = new ExiPool();
        for (var turn = 0; turn < 3; turn++)
        {
            pool.Begin();
            for (var i = 0; i < 300; i++)
            {
                var text = new string((char)('a' + (i % 26)), 1 + (i * 7 % 300));
                Assert.Equal(text, pool.Intern(text));
            }
        }
    }

    [Fact]
    public void Clear_Always_LetsGoOfEverything()
    {
        var pool = new ExiPool();
        pool.Begin();
        pool.KeepRecord(new Version(1, 0));
        var text = pool.Intern("secret");
        pool.Clear();

        pool.Begin();
        Assert.Null(pool.TakeRecord<Version>());
        Assert.NotSame(text, pool.Intern("secret"));
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
