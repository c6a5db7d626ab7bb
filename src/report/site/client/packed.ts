/** Bytes that were written in the letters of base64. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The text of a block of the page that is kept packed. @throws if there is none of this id */
export const unpacked = async (id: string): Promise<string> => {
  const block = document.getElementById(id)?.textContent;
  if (!block) throw new Error(`The page has no "${id}".`);
  const stream = new Blob([bytesOf(block.trim())]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
};
