namespace Headless.GraphQL;

// Wrappers of schema types where a CLR type argument is wanted: descriptor.Type<NonNullType<IdType>>(), [GraphQLType<ListType<DecimalType>>].
// Named types are their own markers: a scalar class, a configured type class or a CLR type.

/// <summary>A non-null <typeparamref name="T"/>.</summary>
public sealed class NonNullType<T>
    where T : class;

/// <summary>A list of <typeparamref name="T"/>.</summary>
public sealed class ListType<T>
    where T : class;
