namespace Headless.Community.Tests.Groups;

public sealed class NameTemplateTests
{
    [Theory]
    [InlineData("{city}{topic}群{seq}", "成都", "护肤", 3, "成都护肤群3")]
    [InlineData("{seq}号群", null, null, 12, "12号群")]
    [InlineData("{city} {topic} {seq}", null, "Deals", 1, " Deals 1")]
    [InlineData("{topic}-{seq}", null, "{seq}", 5, "{seq}-5")]
    public void A_name_is_built_from_its_fields(string template, string? city, string? topic, int number, string name)
    {
        NameTemplate.FindFault(template).ShouldBeNull();
        NameTemplate.Render(template, city, topic, number).ShouldBe(name);
    }

    [Theory]
    [InlineData("{store}{seq}", "It has no field {store}: known are {city}, {topic} and {seq}.")]
    [InlineData("{City}{ seq }{seq}", "It has no field {City}, { seq }: known are {city}, {topic} and {seq}.")]
    [InlineData("{}{seq}", "It has no field {}: known are {city}, {topic} and {seq}.")]
    [InlineData("{city}群", "It needs the field {seq}: without it two groups would have one name.")]
    [InlineData("{city{seq}", "A brace stands alone: fields are written {city}, {topic} and {seq}.")]
    [InlineData("{{seq}}", "A brace stands alone: fields are written {city}, {topic} and {seq}.")]
    public void What_is_no_template_is_refused_with_what_is_known(string template, string fault) => NameTemplate.FindFault(template).ShouldBe(fault);
}
