import type { Comment, GherkinDocument, Rule } from '@cucumber/messages';

/** Where the truth of a rule comes from: the comment right below its title. */
export interface Authority {
  /** What stands after `# Authority: `. */
  readonly text: string;
  readonly line: number;
}

const AUTHORITY = /^\s*# Authority:(?: (.*))?$/;

/** What stands after `# Authority: `, if the comment is one. */
export const readAuthority = ({ text, location }: Comment): Authority | undefined => {
  const match = AUTHORITY.exec(text);
  return match ? { text: (match[1] ?? '').trim(), line: location.line } : undefined;
};

/** The authority of a rule, if it has one in its place: the first line below its title. */
export const authorityOf = ({ comments }: GherkinDocument, { location }: Rule): Authority | undefined => {
  const first = comments.find((comment) => comment.location.line === location.line + 1);
  return first && readAuthority(first);
};

/** The parts of an authority: each says one place. */
export const partsOf = ({ text }: Authority): readonly string[] => text.split(';').map((part) => part.trim());

/** A file of Kubernetes, from the root of its repository, and functions or types in it; perhaps of a fork, or a release of old. */
const SOURCE =
  /^(?:(?:openshift\/[\w.-]+|kubernetes 1\.\d+) )?(?:[\w.-]+\/)+[\w.-]+\.[a-z]+ [A-Za-z_][\w.]*(?:, [A-Za-z_][\w.]*)*$/;

const ISSUE = /^(?:[\w.-]+\/)?[\w.-]+#\d+$/;
const MEASURED = /^measured(?:: \S.*)?$/;
const DOCUMENTATION = /^documentation: \S.*$/;
const RECORDING = /^recording ([\w.-]+)$/;

/** What a part may be, each with an example. */
export const AUTHORITY_FORMS: readonly string[] = [
  'pkg/controller/daemon/update.go rollingUpdate',
  'openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeSelectorMatches',
  'kubernetes 1.11 pkg/controller/daemon/daemon_controller.go Predicates',
  'kubernetes#70458',
  'recording two-sets-one-selector',
  'measured',
  'measured: a short remark',
  'documentation: the title of a page',
];

/** The recording that a part of an authority names, if it does. */
export const recordingIn = (part: string): string | undefined => RECORDING.exec(part)?.[1];

/** Tells whether a part of an authority has one of the forms. */
export const isAuthority = (part: string): boolean =>
  [SOURCE, ISSUE, MEASURED, DOCUMENTATION, RECORDING].some((form) => form.test(part));

/** Tells whether a part of an authority is a place in source code. */
export const isSource = (part: string): boolean => SOURCE.test(part);
