using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A small picture beside a section or in small print.</summary>
internal sealed record ImageElement(Uri ImageUrl, PlainText AltText) : Element, IAccessory
{
    public Uri ImageUrl { get; } = PictureAddress.Checked(ImageUrl);

    [JsonConverter(typeof(BareText))]
    public PlainText AltText { get; } = AltText.Within(2_000, "image.alt_text");
}

/// <summary>Where Slack fetches a picture from.</summary>
internal static class PictureAddress
{
    public static Uri Checked(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")) throw new BlockKitException("image.image_url", "only an absolute http or https address is one");
        Limit.Length(address.AbsoluteUri, 1, Limit.UrlLength, "image.image_url");
        return address;
    }
}
