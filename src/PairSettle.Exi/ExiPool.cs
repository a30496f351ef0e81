using System.Runtime.CompilerServices;

namespace PairSettle.Exi;

/// <summary>
/// Objects that one decode after another fills anew, so that a decoder in steady state allocates nothing. A decode with a
/// pool takes records, lists and octet strings from it, and gives equal strings as the same instance.
/// </summary>
/// <remarks>
/// A message from a pool is valid until the next decode with the pool begins; then its objects may turn into parts of
/// another message. What is to be kept longer, and messages for other threads, are decoded without a pool. A pool serves
/// one decode at a time. It keeps a bounded number of objects, and never more than the messages so far needed; arbitrary
/// large integers and the records of model groups are not pooled.
/// </remarks>
public sealed class ExiPool
{
    private const int MostRecords = 1024; // of one type
    private const int MostArrays = 64; // of one type
    private const int LongestList = 1024;
    private const int MostOctets = 16 * 1024; // of one octet string
    private const int MostStrings = 64;

    /// <summary>The characters of the longest string that is kept.</summary>
    internal const int LongestString = 256;

    private Shelf?[] _shelves = [];
    private long _turn;

    /// <summary>Lets go of all objects, and of the contents of earlier messages with them.</summary>
    public void Clear() => _shelves = [];

    /// <summary>Begins a decode: all objects may be taken again.</summary>
    internal void Begin() => _turn++;

    /// <summary>A record for this decode to fill, or null where all are taken.</summary>
    internal T? TakeRecord<T>()
        where T : class
    {
        if (Find(Number<T>.Value) is { } shelf && shelf.Used < shelf.Count)
        {
            return Unsafe.As<T>(shelf.Items[shelf.Used++]);
        }

        return null;
    }

    /// <summary>Keeps a record for later decodes.</summary>
    internal void KeepRecord<T>(T record)
        where T : class => FindOrAdd(Number<T>.Value).Put(record, MostRecords);

    /// <summary>An array of exactly this length, with any content.</summary>
    internal T[] TakeArray<T>(int length)
    {
        var shelf = FindOrAdd(Number<T[]>.Value);
        for (var i = shelf.Used; i < shelf.Count; i++)
        {
            if (Unsafe.As<T[]>(shelf.Items[i]).Length == length)
            {
                return Unsafe.As<T[]>(shelf.Take(i));
            }
        }

        var made = GC.AllocateUninitializedArray<T>(length);
        if (length <= (typeof(T) == typeof(byte) ? MostOctets : LongestList))
        {
            shelf.Put(made, MostArrays);
        }

        return made;
    }

    /// <summary>A string of these characters: an earlier one where there is one.</summary>
    internal string Intern(ReadOnlySpan<char> characters)
    {
        // Messages of one kind have their strings in the same order, so the first look mostly hits.
        var shelf = FindOrAdd(Number<string>.Value);
        for (var i = shelf.Used; i < shelf.Count; i++)
        {
            if (characters.SequenceEqual(Unsafe.As<string>(shelf.Items[i])))
            {
                return Unsafe.As<string>(shelf.Take(i));
            }
        }

        for (var i = 0; i < shelf.Used; i++)
        {
            if (Unsafe.As<string>(shelf.Items[i]) is var used && characters.SequenceEqual(used))
            {
                return used;
            }
        }

        var made = new string(characters);
        if (made.Length <= LongestString)
        {
            shelf.Put(made, MostStrings);
        }

        return made;
    }

    private Shelf? Find(int number)
    {
        if (number >= _shelves.Length || _shelves[number] is not { } shelf)
        {
            return null;
        }

        if (shelf.Turn != _turn)
        {
            shelf.Turn = _turn;
            shelf.Used = 0;
        }

        return shelf;
    }

    private Shelf FindOrAdd(int number)
    {
        if (number >= _shelves.Length)
        {
            Array.Resize(ref _shelves, Math.Max(number + 1, _shelves.Length * 2));
        }

        return Find(number) ?? (_shelves[number] = new Shelf { Turn = _turn });
    }

    /// <summary>The objects of one type: first those that the current decode has taken, then the others.</summary>
    private sealed class Shelf
    {
        private uint _replaced;

        public object[] Items { get; private set; } = new object[4];

        public int Used { get; set; }

        public int Count { get; private set; }

        public long Turn { get; set; }

        /// <summary>Takes one of the objects that are not taken yet.</summary>
        public object Take(int index)
        {
            var item = Items[index];
            Items[index] = Items[Used];
            Items[Used++] = item;
            return item;
        }

        /// <summary>Adds an object that is taken already, in place of one that is not where there are enough.</summary>
        public void Put(object item, int most)
        {
            if (Used == most)
            {
                return;
            }

            var index = Count;
            if (Count == most)
            {
                index = Used + (int)(unchecked(_replaced++) % (uint)(Count - Used));
            }
            else if (++Count > Items.Length)
            {
                var items = Items;
                Array.Resize(ref items, Math.Min(index * 2, most));
                Items = items;
            }

            Items[index] = item;
            Take(index);
        }
    }

    /// <summary>Numbers the types as they are first pooled, so that a shelf is found without a search.</summary>
    private static class Number<T>
    {
        public static readonly int Value = Interlocked.Increment(ref Numbers.Last);
    }

    private static class Numbers
    {
        public static int Last = -1;
    }
}
