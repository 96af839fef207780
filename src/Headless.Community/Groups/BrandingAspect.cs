namespace Headless.Community;

/// <summary>Something that a series says about the look of its groups .</summary>
public enum BrandingAspect
{
    Name,
    Avatar,
    Tagline,
}
