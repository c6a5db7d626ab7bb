import { type Reply, text } from '../http/reply';
import { quoted } from '../../kubernetes/fields/text';

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

const lines = (name: string, checks: readonly string[], excluded: readonly string[]): string => {
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
 * Answers `/healthz`, `/livez`, `/readyz`, and each of their checks; undefined for other paths.
 * @see k8s.io/apiserver/pkg/server/healthz handleRootHealth
 */
export const healthReply = (path: string, query: URLSearchParams): Reply | undefined => {
  if (!HEALTH_PATHS.includes(path)) return undefined;
  const [, name = '', check] = path.split('/');
  const checks = CHECKS[name] ?? [];
  return text(
    200,
    check !== undefined || !query.has('verbose') ? 'ok' : lines(name, checks, query.getAll('exclude')),
  );
};
