using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>Two surveys of the demo community: what members need, and how satisfied they are.</summary>
internal static class DemoSurveys
{
    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var lead = await db.Operators.FirstAsync(o => o.Role == OperatorRole.Lead, ct);
        var members = await db.Memberships
            .Where(m => m.LeftAt == null && m.AccountKind == AccountKind.Customer)
            .OrderBy(m => m.Id).Select(m => new { m.MemberId, m.GroupId }).Take(150).ToListAsync(ct);
        var people = members.DistinctBy(m => m.MemberId).ToList();
        var needs = Add(db, "需求调查", lead, now, now.AddDays(7),
            [
                Choice("wants", SurveyQuestionKind.MultipleChoice, "您希望群里多一些什么？", "专属价", "答疑", "早报", "线下活动"),
                Choice("how_often", SurveyQuestionKind.SingleChoice, "多久一次比较好？", "每天", "每周", "每月"),
                new SurveyQuestion { Key = "monthly_spend", Kind = SurveyQuestionKind.Number, Text = "每月大约花费多少（元）？", IsRequired = false },
            ]);
        var satisfaction = Add(db, "满意度与四感", lead, now, null,
            [.. SurveyTemplates.QuestionsOf(SurveyTemplate.Satisfaction), .. SurveyTemplates.QuestionsOf(SurveyTemplate.FourSenses)]);
        await db.SaveChangesAsync(ct);
        foreach (var (person, index) in people.Select((p, i) => (p, i)))
        {
            var response = Respond(satisfaction, person.MemberId, person.GroupId, now.AddHours(-index));
            response.Answers.AddRange(satisfaction.Questions.Where(q => q.Kind == SurveyQuestionKind.Scale).Select((q, i) => Answer(response, q, number: 5 - ((index + i) % 7 / 2))));
            if (index % 3 == 0)
            {
                var wanted = Respond(needs, person.MemberId, person.GroupId, now.AddHours(-index));
                wanted.Answers.Add(Answer(wanted, needs.Questions[0], needs.Questions[0].Options[index % 4]));
                wanted.Answers.Add(Answer(wanted, needs.Questions[0], needs.Questions[0].Options[(index + 1) % 4]));
                wanted.Answers.Add(Answer(wanted, needs.Questions[1], needs.Questions[1].Options[index % 5 / 2]));
                wanted.Answers.Add(Answer(wanted, needs.Questions[2], number: 100 + (index * 37 % 400)));
            }
        }

        await db.SaveChangesAsync(ct);
    }

    private static Survey Add(CommunityDbContext db, string title, Operator lead, DateTime now, DateTime? closesAt, IReadOnlyList<SurveyQuestion> questions)
    {
        var survey = new Survey { Title = title, Description = "谢谢您花一分钟回答。", CreatedBy = lead, ClosesAt = closesAt };
        foreach (var question in questions)
        {
            question.Position = survey.Questions.Count;
            survey.Questions.Add(question);
        }

        survey.Open(now.AddDays(-10));
        db.Surveys.Add(survey);
        return survey;
    }

    private static SurveyQuestion Choice(string key, SurveyQuestionKind kind, string text, params string[] options)
    {
        var question = new SurveyQuestion { Key = key, Kind = kind, Text = text };
        question.Options.AddRange(options.Select((label, position) => new SurveyOption { Question = question, Label = label, Position = position }));
        return question;
    }

    private static SurveyResponse Respond(Survey survey, long memberId, long groupId, DateTime at)
    {
        var response = new SurveyResponse { Survey = survey, MemberId = memberId, GroupId = groupId, AnsweredAt = at };
        survey.Responses.Add(response);
        return response;
    }

    private static SurveyAnswer Answer(SurveyResponse response, SurveyQuestion question, SurveyOption? option = null, double? number = null) =>
        new() { Response = response, Question = question, MemberId = response.MemberId, Option = option, Number = number };
}
