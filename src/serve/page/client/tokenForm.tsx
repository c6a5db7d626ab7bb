import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../../language/language';
import { pageWords as words } from '../words';

interface Props {
  readonly isWrong: boolean;
  readonly language: Language;
  onToken(token: string): void;
}

/** Asks for the token. It is kept in the memory of the page, and nowhere else. */
export const TokenForm = ({ isWrong, language, onToken }: Props): JSX.Element => {
  const [text, setText] = useState('');
  return (
    <form
      class="token"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onToken(text.trim());
      }}
    >
      <p id="token-why">{words.tokenWhy[language]}</p>
      <label>
        {words.token[language]}
        <input
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby="token-why"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="main">
        {words.show[language]}
      </button>
      {isWrong && <p role="alert">{words.tokenWrong[language]}</p>}
    </form>
  );
};
