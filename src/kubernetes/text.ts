/**
 * Text put together from parts, in one piece. Engines keep a template's parts and join them only when somebody reads
 * the text; for text that stays, and of which there is much, that costs several times the memory.
 */
export const flat = (...parts: readonly string[]): string => parts.join('');
