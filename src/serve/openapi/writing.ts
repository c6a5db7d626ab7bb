import type { Operation, Parameter } from './operation';

/** What codes of answers mean. */
export const PHRASES: Readonly<Record<string, string>> = { 200: 'OK', 201: 'Created', 202: 'Accepted' };

/** How clients say who they are. */
export const BEARER = {
  BearerToken: {
    type: 'apiKey',
    description: 'Bearer Token authentication',
    name: 'authorization',
    in: 'header',
  },
} as const;

const isSame = (a: Parameter, b: Parameter): boolean => a.name === b.name && a.in === b.in;

/** Parameters that all operations of a path have are told once. */
export const sharedBy = (operations: readonly Operation[]): readonly Parameter[] =>
  (operations[0]?.parameters ?? []).filter((each) =>
    operations.every(({ parameters }) => parameters.some((other) => isSame(each, other))),
  );

/** The others. */
export const unshared = ({ parameters }: Operation, shared: readonly Parameter[]): readonly Parameter[] =>
  parameters.filter((each) => !shared.some((other) => isSame(each, other)));
