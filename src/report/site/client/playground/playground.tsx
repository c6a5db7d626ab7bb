import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Film } from '../../../../film/film';
import type { Remark } from '../../../../play/check';
import type { PhraseEntry } from '../../../../play/entries';
import type { Texts } from '../../../../play/files';
import type { Material } from '../../../../play/material';
import type { Suggestion } from '../../../../play/suggestion';
import { playgroundWords as words } from '../../words/playground';
import { starters } from '../../words/starter';
import { filmOfExample } from '../strips/films';
import { type Brought, broughtBy, whatBrings } from './brought';
import { comparisonOf } from './comparison';
import { Controls } from './controls';
import { take } from './diagnostics';
import { Editor } from './editor';
import { EndingNote } from './endingNote';
import { Manifests } from './manifests';
import type { Player } from './player';
import { Remarks } from './remarks';
import { ResultView } from './result';
import { type SharedLink, ShareNote, share } from './shareNote';
import { TroubleNote } from './troubleNote';
import { useLanguage } from './useLanguage';
import { usePlay } from './usePlay';

/** The text is looked at when nobody has typed for so long, in milliseconds. */
const PAUSE = 250;

interface Props {
  readonly player: Player;
  readonly material: Material;
}

/** The playground: a text, what is amiss in it, and what comes of playing it. Nothing of it leaves the page. */
export const Playground = ({ player, material }: Props): JSX.Element => {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<Texts>({});
  const [seed, setSeed] = useState(material.run.seed);
  const [disturbed, setDisturbed] = useState(material.run.disturbed);
  const [brought, setBrought] = useState<Brought>();
  const [isComparing, setIsComparing] = useState(false);
  const [reported, setReported] = useState<Film>();
  const [remarks, setRemarks] = useState<readonly Remark[]>();
  const [link, setLink] = useState<SharedLink>();
  const [trouble, setTrouble] = useState<unknown>();
  const { play, start, forget } = usePlay(player);
  const phrases = useRef<readonly PhraseEntry[]>(material.phrases);

  const playNow = useRef<() => void>(() => undefined);
  playNow.current = () => {
    setIsComparing(false);
    void start(text, { seed, disturbed, files });
  };

  // The editor is made when there is a text, so that nobody begins to write what is put away then.
  const edit = (brought: string): void => {
    editor.current?.replace(brought);
    if (editor.current || !place.current) return;
    editor.current = new Editor({
      parent: place.current,
      text: brought,
      label: words.editor[language],
      folded: words.folded[language],
      phrases: () => phrases.current,
      onText: setText,
      onPlay: () => playNow.current(),
    });
  };
  useEffect(() => () => editor.current?.view.destroy(), []);
  useEffect(() => editor.current?.rename(words.editor[language]), [language]);

  const bring = (next: Brought): void => {
    edit(next.text);
    setText(next.text);
    setFiles(next.files ?? {});
    setSeed(next.seed ?? 1);
    setDisturbed(next.disturbed ?? false);
    setBrought(next);
    setLink(undefined);
    setTrouble(undefined);
    setIsComparing(false);
    forget();
    if (next.isToBeChanged) editor.current?.view.focus();
    if (next.example === undefined) return;
    editor.current?.foldProse();
    place.current?.closest('.playground')?.scrollIntoView();
    void start(next.text, { seed: next.seed, disturbed: next.disturbed, files: next.files });
  };

  useEffect(() => {
    let seen: string | undefined;
    const look = async (): Promise<void> => {
      // The address also says what is chosen in the page, such as the language: what is being written stays then.
      const brings = whatBrings(location.hash);
      if (brings !== undefined && brings === seen) return;
      seen = brings;
      try {
        const next = await broughtBy(location.hash, player);
        if (brings !== seen) return;
        if (next) bring(next);
        else if (!editor.current) bring({ text: starters[language], ...material.run });
      } catch (error) {
        if (!editor.current) bring({ text: starters[language], ...material.run });
        setTrouble(error);
      }
    };
    void look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);

  useEffect(() => {
    const timer = setTimeout(async () => {
      if (text === '' || play.is === 'running') return;
      try {
        const found = await player.ask('check', [text, language]);
        if (editor.current?.text !== text) return;
        setRemarks(found);
        editor.current.mark(found);
      } catch {
        // The thread was stopped; the next text is looked at again.
      }
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, play.is, language]);

  const mend = (remark: Remark, suggestion: Suggestion): void => {
    if (editor.current) take(editor.current.view, remark, suggestion);
  };
  const isAsReported = brought?.example !== undefined && brought.text === text && brought.files === files;
  const replay = async (): Promise<void> => {
    setReported(await filmOfExample(brought?.example ?? ''));
    setSeed(material.run.seed);
    setDisturbed(material.run.disturbed);
    setIsComparing(true);
    void start(text, { ...material.run, files });
  };
  const [first] = play.is === 'done' ? play.result.examples : [];

  return (
    <div class="playground">
      <div class="text">
        <Controls
          seed={seed}
          disturbed={disturbed}
          isRunning={play.is === 'running'}
          canReplay={isAsReported}
          onSeed={setSeed}
          onDisturbed={setDisturbed}
          onPlay={() => playNow.current()}
          onStop={() => player.stop()}
          onReplay={() => void replay()}
          onShare={() => void share({ text, files, seed, disturbed }).then(setLink)}
          language={language}
        />
        <div role="status">
          {link && <ShareNote link={link} language={language} />}
          {trouble !== undefined && <TroubleNote trouble={trouble} language={language} />}
        </div>
        <div class="editor" ref={place} />
        <Remarks remarks={remarks} onTake={mend} language={language} />
        <Manifests files={files} onChange={setFiles} language={language} />
      </div>
      <div class="played">
        <EndingNote
          play={play}
          compared={isComparing && first ? comparisonOf(first, reported, language) : undefined}
          language={language}
        />
        {play.is === 'done' && <ResultView result={play.result} language={language} />}
      </div>
    </div>
  );
};
