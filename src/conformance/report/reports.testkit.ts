import type { Claim } from '../../catalogue/register';
import { capabilityNames } from '../../port/capabilities';
import { claimsFound } from './claims';
import { profileOf, profilesOf, resultOf, summaryOf } from './profiles';
import { API_VERSION, type ConformanceReport, KIND, type ReportedExample } from './report';
import { sealOf } from './seal';

export const register: readonly Pick<Claim, 'id' | 'verdict' | 'claim'>[] = [
  { id: 'D01', verdict: 'holds', claim: 'What works is well.' },
  { id: 'D02', verdict: 'holds-when', claim: 'Doubts pass.' },
];

type Told = Partial<ReportedExample>;

const exampleOf = (told: Told, at: number): ReportedExample => {
  const { needs = [], rehearsed = { outcome: 'passed', seconds: 3 }, outcome = 'passed' } = told;
  return {
    example: `features/work.feature:${at + 1}`,
    name: `example ${at + 1}`,
    profile: profileOf(needs, rehearsed.seconds),
    needs,
    claims: [],
    outcome,
    attempts: outcome === 'not-reached' ? 0 : 1,
    seconds: outcome === 'not-reached' ? 0 : 9.5,
    rehearsed,
    ...(outcome === 'failed' ? { reason: 'It is not well.' } : {}),
    ...told,
  };
};

/** A report in which all fits together. @param told what is to be said of the examples */
export const reportOf = (
  told: readonly Told[],
  changes: Partial<ConformanceReport> = {},
): ConformanceReport => {
  const examples = told.map(exampleOf);
  const selection = changes.run?.selection ?? [];
  const profiles = profilesOf(examples, selection);
  const report = {
    apiVersion: API_VERSION,
    kind: KIND,
    result: resultOf(profiles, selection),
    summary: summaryOf(profiles, selection),
    suite: {
      name: 'rollcall',
      version: '0.1.0',
      commit: '0123456789012345678901234567890123456789',
      digest: `sha256:${'0'.repeat(64)}`,
    },
    cluster: {
      id: '0e5f2a14-1111-4222-8333-444455556666',
      version: 'v1.36.2',
      platform: 'linux/amd64',
      distribution: { name: 'kubernetes', toldBy: 'nothing that speaks of another one' },
      nodes: 3,
    },
    run: {
      name: 'r1',
      began: '2026-01-02T03:04:05.000Z',
      ended: '2026-01-02T03:06:05.000Z',
      seconds: 100,
      mode: 'shared',
      parallel: 8,
      patience: 65,
      hold: 3,
      selection,
      resumed: false,
      reproduce: 'npm run conformance -- --context ci',
    },
    capabilities: capabilityNames.map((name) =>
      name === 'impersonation'
        ? { name, offered: false, code: name, reason: 'Nobody may impersonate.' }
        : { name, offered: true },
    ),
    profiles,
    claims: claimsFound(register, examples),
    examples,
    ...changes,
  } as const;
  return { ...report, seal: sealOf(report) };
};

/** An example that was skipped for want of what nobody offers. */
export const SKIPPED: Told = {
  needs: ['impersonation'],
  outcome: 'skipped',
  code: 'impersonation',
  reason: 'Nobody may impersonate.',
};
