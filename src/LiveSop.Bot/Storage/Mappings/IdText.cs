using LiveSop.Bot.Slack;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveSop.Bot.Storage.Mappings;

// Slack's ids are stored as the text that Slack gave.
internal sealed class WorkspaceIdText() : ValueConverter<WorkspaceId, string>(id => id.Value, text => new WorkspaceId(text));

internal sealed class ChannelIdText() : ValueConverter<ChannelId, string>(id => id.Value, text => new ChannelId(text));

internal sealed class UserIdText() : ValueConverter<UserId, string>(id => id.Value, text => new UserId(text));

internal sealed class MessageTsText() : ValueConverter<MessageTs, string>(ts => ts.Value, text => new MessageTs(text));
