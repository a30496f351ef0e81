using System.Text;

namespace PairSettle.Records.Format;

/// <summary>
/// The labels that keep signatures over small structures apart from each other and from CMS: a CMS signing input begins with
/// 0x31, a TLS one with 0x20, an EXI one with 0x80, and these begin with an ASCII letter and end their label with a zero.
/// </summary>
internal static class SigningInput
{
    public const string Checkpoint = "PairSettle checkpoint 1";
    public const string CheckpointAck = "PairSettle checkpoint ack 1";
    public const string MeterStatement = "PairSettle meter statement 1";

    public static byte[] Create(string label, ReadOnlySpan<byte> content)
    {
        var input = new byte[label.Length + 1 + content.Length];
        Encoding.ASCII.GetBytes(label, input);
        content.CopyTo(input.AsSpan(label.Length + 1));
        return input;
    }
}
