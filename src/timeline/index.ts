export * from './atOnce';
export type { Change } from './change';
export * from './firsts';
export * from './moment';
export * from './objects';
export * from './podLife';
export * from './replacement';
export * from './selections';
export { Timeline } from './timeline';
