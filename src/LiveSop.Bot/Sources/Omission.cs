namespace LiveSop.Bot.Sources;

/// <summary>Why something that stood in an input is not among its messages. Their order is the order of the summary.</summary>
internal enum Omission
{
    DirectMessage,
    SecuredIssue,
    SecuredComment,
    OtherProject,
    SystemNote,
    Deleted,
    Empty,
    Repeated,
    WithoutTime,
    WithoutCase,
    WithoutActivity,
    CommentWithoutTime,
    OtherChange,
    UnlistedFolder,
    FileContent,
    CommentNotInFile,
    ChangeNotInFile,
}
