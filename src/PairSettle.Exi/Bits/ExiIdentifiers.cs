using PairSettle.Exi.Interpreter.Names;

namespace PairSettle.Exi.Bits;

/// <summary>
/// The identifiers of one document beyond its first. An instance is used by one reader or writer of its thread after another,
/// so that none is made in the long run.
/// </summary>
internal sealed class ExiIdentifiers
{
    // As many are compared one by one. A message of ISO 15118 has five; who sends more gets a set.
    private const int Few = 16;

    [ThreadStatic]
    private static ExiIdentifiers? s_spare;

    private readonly string[] _few = new string[Few];
    private HashSet<string>? _more;
    private int _count;

    /// <summary>Looks at an identifier and keeps it.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <param name="first">The first identifier of the document.</param>
    /// <param name="others">The others, once there are any.</param>
    /// <returns>What is wrong with it, if anything.</returns>
    public static ExiFault Take(string identifier, ref string? first, ref ExiIdentifiers? others)
    {
        if (!XmlNames.IsNCName(identifier))
        {
            return ExiFault.InvalidIdentifier;
        }

        if (first is null)
        {
            first = identifier;
            return ExiFault.None;
        }

        return first != identifier && (others ??= Rent()).TryAdd(identifier) ? ExiFault.None : ExiFault.DuplicateIdentifier;
    }

    /// <summary>Leaves the instance to the next document of the thread.</summary>
    public void Return()
    {
        Array.Clear(_few, 0, int.Min(_count, Few));
        (_count, _more) = (0, null);
        s_spare = this;
    }

    private static ExiIdentifiers Rent()
    {
        var spare = s_spare ?? new ExiIdentifiers();
        s_spare = null;
        return spare;
    }

    private bool TryAdd(string identifier)
    {
        if (_few.AsSpan(0, int.Min(_count, Few)).Contains(identifier))
        {
            return false;
        }

        if (_count < Few)
        {
            _few[_count++] = identifier;
            return true;
        }

        return (_more ??= new HashSet<string>(StringComparer.Ordinal)).Add(identifier);
    }
}
