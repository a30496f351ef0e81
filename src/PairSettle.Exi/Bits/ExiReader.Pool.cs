namespace PairSettle.Exi.Bits;

// What is read is put into new objects, or into those of a pool where the reader has one.
public ref partial struct ExiReader
{
    /// <summary>Where lists take their arrays from, or null.</summary>
    internal readonly ExiPool? Pool => _pool;

    /// <summary>Whether there is a pool to take records from.</summary>
    public readonly bool IsPooled => _pool is not null;

    /// <summary>Takes a record from the pool.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <returns>The record, to be filled anew: every property of it must be set. Null where there is none.</returns>
    public readonly T? Take<T>()
        where T : class => _pool?.TakeRecord<T>();

    /// <summary>Leaves a new record to the pool for later decodes.</summary>
    /// <typeparam name="T">The type of the record.</typeparam>
    /// <param name="made">The record.</param>
    /// <returns>The record.</returns>
    public readonly T Keep<T>(T made)
        where T : class
    {
        _pool?.KeepRecord(made);
        return made;
    }

    /// <summary>An array for an octet string, with any content.</summary>
    private readonly byte[] MakeOctets(int length) =>
        _pool is null ? GC.AllocateUninitializedArray<byte>(length) : _pool.TakeArray<byte>(length);

    private readonly string MakeString(ReadOnlySpan<char> characters) =>
        _pool is null ? new string(characters) : _pool.Intern(characters);
}
