import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../language/language';
import { Body } from '../components/body';
import type { Message } from '../view';
import { pageWords as words } from '../words';
import { Controls } from './controls';
import { CopyButton } from './copyButton';
import { TokenForm } from './tokenForm';
import { useLive } from './useLive';
import { useNow } from './useNow';
import { useSpoken } from './useSpoken';

interface Props {
  /** What the server has drawn already. */
  readonly first: Message;
  readonly asksForToken: boolean;
  readonly language: Language;
}

/** The page, live. At first it is what the server has drawn; what needs a script comes right after. */
export const App = ({ first, asksForToken, language }: Props): JSX.Element => {
  const [isStarted, setStarted] = useState(false);
  useEffect(() => setStarted(true), []);
  const { heard, connection, token, setToken } = useLive(first, asksForToken);
  const { about, view, at } = heard;
  const clock = useNow(isStarted ? view?.clock : undefined, at);
  const spoken = useSpoken(view?.news[0]?.says[language] ?? '');
  const needsToken = connection === 'asksForToken' || connection === 'tokenWrong';
  if (!isStarted) return <Body about={about} view={view} language={language} />;
  return (
    <Body
      about={about}
      view={view}
      clock={clock}
      language={language}
      note={
        <>
          {(connection === 'lost' || connection === 'gone') && (
            <p class="note" role="status">
              {words[connection][language]}
            </p>
          )}
          <p class="hidden" aria-live="polite">
            {spoken}
          </p>
        </>
      }
      controls={
        needsToken ? (
          <TokenForm isWrong={connection === 'tokenWrong'} language={language} onToken={setToken} />
        ) : (
          clock && <Controls clock={clock} token={token} language={language} />
        )
      }
      copying={(text) => <CopyButton text={text} language={language} />}
    />
  );
};
