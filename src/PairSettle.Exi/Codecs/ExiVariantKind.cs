using System.ComponentModel;

namespace PairSettle.Exi.Codecs;

/// <summary>The legal forms that decoders take and encoders do not choose by themselves.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ExiVariantKind
{
    /// <summary>A string as a reference to the partition of its qualified name (EXI 1.0, 7.3.3).</summary>
    LocalValue,

    /// <summary>A string as a reference to the global partition (EXI 1.0, 7.3.3).</summary>
    GlobalValue,

    /// <summary>Empty text as an end tag behind the grammar's escape (EXI 1.0, 8.5.4.4).</summary>
    EndTag,

    /// <summary>Empty text as untyped characters behind the grammar's escape (EXI 1.0, 8.5.4.4).</summary>
    UntypedCharacters,

    /// <summary>Empty text as characters where the end tag stands by itself: in the relaxed grammar (EXI 1.0, 8.5.3).</summary>
    Characters,
}
