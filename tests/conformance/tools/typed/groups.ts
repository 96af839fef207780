// What an application does with a generated operation: variables and result are typed, a wrong one does not compile.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { GroupsDocument, type GroupStatus } from './artifacts/sdl/graphql.js';

async function execute<TResult, TVariables>(url: string, document: TypedDocumentNode<TResult, TVariables>, variables: TVariables): Promise<TResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: TResult; errors?: readonly { message: string }[] };
  if (answer.data === undefined || answer.errors) {
    throw new Error(answer.errors?.map(({ message }) => message).join('\n') ?? response.statusText);
  }

  return answer.data;
}

export async function firstGroups(url: string, first: number): Promise<string[]> {
  const { groups } = await execute(url, GroupsDocument, { first, order: [{ name: 'ASC' }], where: { status: { neq: 'ARCHIVED' } } });
  return groups?.nodes?.map(({ name, status }: { name: string; status: GroupStatus }) => `${name} (${status})`) ?? [];
}

// @ts-expect-error A status that the schema does not have.
export const wrong = (url: string) => execute(url, GroupsDocument, { first: 1, where: { status: { eq: 'NOWHERE' } } });
