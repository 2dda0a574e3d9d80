using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Something within a block that is looked at, pressed or filled in. Where it may stand, its interfaces say.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ImageElement), "image")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Overflow), "overflow")]
[JsonDerivedType(typeof(StaticSelect), "static_select")]
[JsonDerivedType(typeof(MultiStaticSelect), "multi_static_select")]
[JsonDerivedType(typeof(ExternalSelect), "external_select")]
[JsonDerivedType(typeof(MultiExternalSelect), "multi_external_select")]
[JsonDerivedType(typeof(UsersSelect), "users_select")]
[JsonDerivedType(typeof(MultiUsersSelect), "multi_users_select")]
[JsonDerivedType(typeof(ConversationsSelect), "conversations_select")]
[JsonDerivedType(typeof(MultiConversationsSelect), "multi_conversations_select")]
[JsonDerivedType(typeof(ChannelsSelect), "channels_select")]
[JsonDerivedType(typeof(MultiChannelsSelect), "multi_channels_select")]
[JsonDerivedType(typeof(Checkboxes), "checkboxes")]
[JsonDerivedType(typeof(RadioButtons), "radio_buttons")]
[JsonDerivedType(typeof(PlainTextInput), "plain_text_input")]
[JsonDerivedType(typeof(NumberInput), "number_input")]
[JsonDerivedType(typeof(DatePicker), "datepicker")]
[JsonDerivedType(typeof(TimePicker), "timepicker")]
[JsonDerivedType(typeof(DateTimePicker), "datetimepicker")]
[JsonDerivedType(typeof(EmailInput), "email_text_input")]
[JsonDerivedType(typeof(UrlInput), "url_text_input")]
[JsonDerivedType(typeof(RichTextInput), "rich_text_input")]
[JsonDerivedType(typeof(FileInput), "file_input")]
internal abstract record Element
{
    private protected Element()
    {
    }
}

/// <summary>May stand beside the text of a <see cref="Section"/>.</summary>
[JsonConverter(typeof(ElementJson<IAccessory>))]
internal interface IAccessory;

/// <summary>May stand in <see cref="Actions"/>.</summary>
[JsonConverter(typeof(ElementJson<IActionElement>))]
internal interface IActionElement;

/// <summary>May be the field of an <see cref="Input"/>.</summary>
[JsonConverter(typeof(ElementJson<IInputElement>))]
internal interface IInputElement;

/// <summary>What reports back under the name of an action.</summary>
internal abstract record Control([property: JsonPropertyName("action_id")] SlackAction Action) : Element;

/// <summary>What holds a value.</summary>
internal abstract record Field(SlackAction Action) : Control(Action)
{
    /// <summary>The cursor stands here when the view opens; one field of a view at most.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A field with a grey text where nothing is filled in yet, at most 150 characters.</summary>
internal abstract record HintedField(SlackAction Action) : Field(Action)
{
    public PlainText? Placeholder { get; init => field = value?.Within(150, "placeholder"); }
}

/// <summary>A menu: one of what is offered, asking again where a mistake would hurt.</summary>
internal abstract record Menu(SlackAction Action) : HintedField(Action), IAccessory, IActionElement, IInputElement
{
    public Confirm? Confirm { get; init; }
}

/// <summary>A menu of which several may be chosen.</summary>
internal abstract record MultiMenu(SlackAction Action) : Menu(Action)
{
    /// <summary>1 or more; no limit unless set.</summary>
    public int? MaxSelectedItems { get; init => field = value is { } most ? Limit.Range(most, 1, int.MaxValue, "max_selected_items") : null; }
}
