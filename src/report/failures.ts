import type { Example } from './run/example';
import type { RunLog } from './run/log';
import type { Style } from './summary';
export const failuresText = (
  examples: readonly Example[],
  _log: RunLog,
  _style: Style & { readonly seed: number },
): string =>
  examples
    .flatMap((e) =>
      e.steps.flatMap((s) => (s.outcome === 'failed' ? `${e.uri}:${s.line} ${s.result?.message}` : [])),
    )
    .join('\n');
