/** What to say of a step that would change nothing. */
export const NOTHING_DONE = 'Nothing is done by this step. Leave it out, or mend it.';
