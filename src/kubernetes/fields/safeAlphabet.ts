/**
 * The letters and digits that random names and hashes are written in: no vowels, so no words, and nothing that looks
 * like something else.
 * @see k8s.io/apimachinery/pkg/util/rand SafeEncodeString
 */
export const SAFE_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
