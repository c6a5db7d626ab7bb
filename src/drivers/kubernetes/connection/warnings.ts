/** `299 - "text"`, of which one header may hold several. @see k8s.io/apimachinery/pkg/util/net ParseWarningHeader */
const WARNING = /\b299 \S+ "((?:\\.|[^"\\])*)"/g;

/** Bytes of UTF-8 that were read as if each were a character. */
const asText = (header: string): string => Buffer.from(header, 'latin1').toString('utf8');

/** The texts of Warning headers, in their order. */
export const warningsIn = (headers: readonly string[] = []): readonly string[] =>
  headers.flatMap((header) =>
    [...asText(header).matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')),
  );
