/**
 * What was found cannot be trusted, be it good or bad: a watch has missed something, a reply was lost, the server went
 * away. The example has to be run again. `message` says what happened, in a sentence.
 */
export class Inconclusive extends Error {}
