export { age, humanDuration, longDate } from './ages';
export { printObjects } from './columns';
export * from './describe';
export { toCompactJson, toJson } from './output/json';
export { JsonPathError, renderJsonPath } from './output/jsonpath';
export { toYaml } from './output/yaml';
export { type PodSummary, summarizePod } from './podStatus';
export { formatSelector } from './selectors';
export type { TableOptions } from './table';
