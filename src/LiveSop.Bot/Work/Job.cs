using System.Text.Json.Serialization;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Work;

/// <summary>Work that takes longer than a transaction should. A stored format: add, never rename. A job that is begun twice ends as if it had been begun once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "job")]
[JsonDerivedType(typeof(CatchUp), "catch_up")]
[JsonDerivedType(typeof(Mine), "mine")]
[JsonDerivedType(typeof(ReadChannel), "read_channel")]
[JsonDerivedType(typeof(ReadDirectory), "read_directory")]
[JsonDerivedType(typeof(Capture), "capture")]
[JsonDerivedType(typeof(Export), "export")]
[JsonDerivedType(typeof(TakeFile), "take_file")]
[JsonDerivedType(typeof(LookAgain), "look_again")]
[JsonDerivedType(typeof(MineImport), "mine_import")]
[JsonDerivedType(typeof(MineWorkspace), "mine_workspace")]
[JsonDerivedType(typeof(SendDigests), "send_digests")]
[JsonDerivedType(typeof(Retain), "retain")]
[JsonDerivedType(typeof(MindRequests), "mind_requests")]
[JsonDerivedType(typeof(Leave), "leave")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(Remember), "remember")]
[JsonDerivedType(typeof(Embed), "embed")]
internal abstract record Job
{
    private Job() { }

    /// <summary>Jobs of one lane run one after the other.</summary>
    [JsonIgnore]
    public abstract string Lane { get; }

    /// <summary>Find the procedures in what everybody in the channel may read.</summary>
    /// <param name="Answer">The key of the message that says how far it is, to be edited in place.</param>
    public sealed record Mine(ChannelId Channel, UserId Asker, string Answer) : Job
    {
        /// <summary>Look into this channel alone; null for all that the place may see.</summary>
        public ChannelId? Only { get; init; }

        /// <summary>At nothing older; null for all.</summary>
        public DateOnly? Since { get; init; }

        public override string Lane => "learn";
    }

    /// <summary>Read in every channel what happened while nobody listened.</summary>
    /// <param name="Since">The last moment at which somebody surely did.</param>
    public sealed record CatchUp(DateTimeOffset Since) : Job
    {
        public override string Lane => "learn";
    }

    /// <summary>Read what was said in a channel.</summary>
    /// <param name="Reading">Which reading: how far it is stands in its row.</param>
    public sealed record ReadChannel(Guid Reading) : Job
    {
        public override string Lane => $"read:{Reading}";
    }

    /// <summary>Who is there, and who is in which channel. Before mining, in the same lane: nobody may see what they have lost sight of while the bot was away.</summary>
    public sealed record ReadDirectory : Job
    {
        public override string Lane => "learn";
    }

    /// <summary>Forget what is older than its space keeps it.</summary>
    public sealed record Retain : Job
    {
        public override string Lane => "retain";
    }

    /// <summary>Do what is due about requests: show those that nobody answered, end a snooze.</summary>
    public sealed record MindRequests : Job
    {
        public override string Lane => "requests";
    }

    /// <summary>Waits while the workspace is without the app: what is kept of it goes when the days of grace are over. Where it runs, the workspace came back.</summary>
    public sealed record Leave : Job
    {
        public override string Lane => "leave";
    }

    /// <summary>Draw how a draft goes, for those who are to decide on it.</summary>
    public sealed record Picture(Guid Draft) : Job
    {
        public override string Lane => $"picture:{Draft}";
    }

    /// <summary>Keep what was done in a thread as a procedure. In one lane per thread: two who save it save it one after the other.</summary>
    /// <param name="View">The modal that shows what was kept, by its <c>external_id</c>.</param>
    public sealed record Capture(ChannelId Channel, MessageTs Thread, UserId Saver, string View) : Job
    {
        public override string Lane => $"capture:{Channel}:{Thread}";
    }

    /// <summary>Write the procedures in force that somebody may read into a file, and give it to them.</summary>
    /// <param name="Sop">This one alone; null for all.</param>
    public sealed record Export(UserId Asker, Guid? Sop) : Job
    {
        public override string Lane => $"export:{Asker}";
    }

    /// <summary>Look at a file that somebody gave the bot directly.</summary>
    /// <param name="Thread">Where it is answered; null outside threads.</param>
    /// <param name="File">Slack's id of it.</param>
    public sealed record TakeFile(UserId User, ChannelId Room, MessageTs? Thread, string File) : Job
    {
        public override string Lane => $"files:{User}";
    }

    /// <summary>Show what a file holds after its owner has named its columns.</summary>
    public sealed record LookAgain(Guid Import) : Job
    {
        public override string Lane => $"import:{Import}";
    }

    /// <summary>Learn from a file whose owner has confirmed it.</summary>
    public sealed record MineImport(Guid Import) : Job
    {
        public override string Lane => "learn";
    }

    /// <summary>Find the procedures in everything that is read, and tell nobody yet.</summary>
    /// <param name="Day">For which it is done; once each.</param>
    public sealed record MineWorkspace(DateOnly Day) : Job
    {
        public override string Lane => "learn";
    }

    /// <summary>Bring what was heard lately among the incidents that can be searched.</summary>
    /// <param name="Thoroughly">Also what should have been brought there before, and how those ended that were open.</param>
    public sealed record Remember(bool Thoroughly = false) : Job
    {
        public const string Place = "remember";

        public override string Lane => Place;
    }

    /// <summary>Make vectors of the incidents that have none of the embedder that is set.</summary>
    public sealed record Embed : Job
    {
        public override string Lane => "embed";
    }

    /// <summary>Send the digests that are due when it is done.</summary>
    public sealed record SendDigests : Job
    {
        public override string Lane => "digest";
    }
}
