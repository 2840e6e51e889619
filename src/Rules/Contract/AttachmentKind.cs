namespace Shouwen.Rules.Contract;

/// <summary>What a file of a case shows, in the order of the work. Rule books name the kinds a form asks for.</summary>
public enum AttachmentKind
{
    Before,
    During,
    After,

    /// <summary>Something signed or written: an order, a plan, a letter.</summary>
    Paper,

    /// <summary>What the customer drew on the screen.</summary>
    Signature,
}
