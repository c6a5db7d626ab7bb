import { quoted } from '../../kubernetes/fields/text';
import type { TextAnswer } from '../http/answer';
import { plainText } from '../http/texts';

/** What is looked at behind `/healthz`, `/livez` and `/readyz`. A server that answers at all is well. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  healthz: ['ping', 'log'],
  livez: ['ping', 'log'],
  readyz: ['ping', 'log', 'informer-sync', 'shutdown'],
};

/** The paths that tell of the server's health, those of single checks included. */
export const HEALTH_PATHS: readonly string[] = Object.entries(CHECKS).flatMap(([name, checks]) => [
  `/${name}`,
  ...checks.map((check) => `/${name}/${check}`),
]);

const report = (name: string, checks: readonly string[], excluded: readonly string[]): string => {
  const unknown = [...new Set(excluded)].filter((each) => !checks.includes(each)).sort();
  return [
    ...checks.map((check) => (excluded.includes(check) ? `[+]${check} excluded: ok` : `[+]${check} ok`)),
    ...(unknown.length > 0
      ? [`warn: some health checks cannot be excluded: no matches for ${unknown.map(quoted).join(', ')}`]
      : []),
    `${name} check passed\n`,
  ].join('\n');
};

/**
 * Answers a path of `HEALTH_PATHS`.
 * @see k8s.io/apiserver/pkg/server/healthz handleRootHealth
 */
export const healthAnswer = (path: string, query: URLSearchParams): TextAnswer => {
  const [, name = '', check] = path.split('/');
  if (check !== undefined) return { code: 200, type: 'text/plain; charset=utf-8', text: 'ok' };
  const checks = CHECKS[name] ?? [];
  return plainText(200, query.has('verbose') ? report(name, checks, query.getAll('exclude')) : 'ok');
};
