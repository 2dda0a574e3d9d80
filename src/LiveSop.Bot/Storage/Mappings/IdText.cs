using LiveSop.Bot.Slack;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveSop.Bot.Storage.Mappings;

// Slack's ids are stored as the text that Slack gave.
internal sealed class WorkspaceIdText() : ValueConverter<WorkspaceId, string>(id => id.Value, text => new WorkspaceId(text));

internal sealed class ChannelIdText() : ValueConverter<ChannelId, string>(id => id.Value, text => new ChannelId(text));

internal sealed class UserIdText() : ValueConverter<UserId, string>(id => id.Value, text => new UserId(text));

internal sealed class MessageTsText() : ValueConverter<MessageTs, string>(ts => ts.Value, text => new MessageTs(text));

internal sealed class EvidencePlaceText() : ValueConverter<EvidencePlace, string>(place => place.Value, text => new EvidencePlace(text));

internal sealed class SpaceIdGuid() : ValueConverter<SpaceId, Guid>(id => id.Value, value => new SpaceId(value));

internal sealed class SopIdGuid() : ValueConverter<SopId, Guid>(id => id.Value, value => new SopId(value));

internal sealed class DraftIdGuid() : ValueConverter<DraftId, Guid>(id => id.Value, value => new DraftId(value));
