/** All files of steps, for their effect: esbuild puts them there. */
declare module 'rollcall:steps';
