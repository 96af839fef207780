using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.Community.Data;

/// <summary>Searches for many texts at once, with one parameter whatever their number.</summary>
public static class TextSet
{
    /// <summary>The rows whose column holds one of the values.</summary>
    /// <remarks>
    /// SQL Server unpacks the parameter with OPENJSON, whose texts have the collation of the database; compared with a column of
    /// another one they are refused (dotnet/efcore#32147), so the collation is said.
    /// </remarks>
    public static IQueryable<T> WhereIn<T>(
        this IQueryable<T> rows, CommunityDbContext context, Expression<Func<T, string?>> column, string[] values) =>
        rows.Where(IsIn(context, column, values));

    /// <summary>The condition that a row's column holds one of the values; see <see cref="WhereIn"/>.</summary>
    public static Expression<Func<T, bool>> IsIn<T>(CommunityDbContext context, Expression<Func<T, string?>> column, string[] values)
    {
        Expression<Func<string?, bool>> isIn = context is SqlServerCommunityDbContext
            ? text => EF.Parameter(values).Contains(EF.Functions.Collate(text, SqlServerCommunityDbContext.Collation))
            : text => EF.Parameter(values).Contains(text);
        return Expression.Lambda<Func<T, bool>>(
            ReplacingExpressionVisitor.Replace(isIn.Parameters[0], column.Body, isIn.Body), column.Parameters);
    }
}
