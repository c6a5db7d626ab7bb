import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../../../language/language';
import type { Texts } from '../../../../play/files';
import { playgroundWords as words } from '../../words/playground';

interface Props {
  readonly files: Texts;
  readonly onChange: (files: Texts) => void;
  readonly language: Language;
}

/** The manifests that steps can read by their names: pasted, chosen or dropped. */
export const Manifests = ({ files, onChange, language }: Props): JSX.Element => {
  const [isOver, setIsOver] = useState(false);
  const add = async (list: Iterable<File>): Promise<void> => {
    const read = await Promise.all([...list].map(async (file) => [file.name, await file.text()] as const));
    onChange({ ...files, ...Object.fromEntries(read) });
  };
  const without = (name: string): Texts =>
    Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));
  return (
    <details class="manifests" open={Object.keys(files).length > 0}>
      <summary>
        {words.manifests[language]} ({Object.keys(files).length})
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is another way to what the buttons do */}
      <div
        class={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void add(event.dataTransfer?.files ?? []);
        }}
      >
        <p class="as">{words.manifestsHelp[language]}</p>
        {Object.entries(files).map(([name, text], index) => (
          <div class="manifest" key={index}>
            <label>
              {words.fileName[language]}
              <input
                value={name}
                spellcheck={false}
                onChange={({ currentTarget: { value } }) =>
                  onChange(
                    Object.fromEntries(
                      Object.entries(files).map((entry) => (entry[0] === name ? [value, entry[1]] : entry)),
                    ),
                  )
                }
              />
            </label>
            <label>
              {words.fileText[language]}
              <textarea
                value={text}
                rows={8}
                spellcheck={false}
                onInput={({ currentTarget: { value } }) => onChange({ ...files, [name]: value })}
              />
            </label>
            <button type="button" onClick={() => onChange(without(name))}>
              {words.remove[language]} <span class="hidden">{name}</span>
            </button>
          </div>
        ))}
        <p class="ways">
          <button type="button" onClick={() => onChange({ ...files, [freeName(files)]: '' })}>
            {words.addText[language]}
          </button>
          <label class="button">
            {words.addFile[language]}
            <input
              type="file"
              class="hidden"
              multiple
              onChange={({ currentTarget }) => {
                void add(currentTarget.files ?? []);
                currentTarget.value = '';
              }}
            />
          </label>
        </p>
      </div>
    </details>
  );
};

const freeName = (files: Texts): string => {
  let name = 'manifest.yaml';
  for (let number = 2; name in files; number++) name = `manifest-${number}.yaml`;
  return name;
};
