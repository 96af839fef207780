// A list of entities and a mutation that returns one of them, of the schema that the server under test has.
export const books = {
  typeName: 'Book',
  list: 'query Books { books { __typename id title } }',
  rename: 'mutation RenameBook($id: ID!, $title: String!) { renameBook(id: $id, title: $title) { __typename id title } }',
  entities: (data) => data.books,
  titles: (data) => data.books.map((book) => book.title),
  renamed: (data) => data.renameBook,
};
