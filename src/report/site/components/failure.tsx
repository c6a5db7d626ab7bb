import type { VNode } from 'preact';
import { shotsOf } from '../../../film/film';
import type { Scene } from '../../../film/scene';
import type { Language } from '../../../language/language';
import type { Example } from '../../../run/example';
import type { Row } from '../../comparison';
import type { StepError } from '../../failures';
import { linkTo, pages } from '../model/addresses';
import type { Failure } from '../model/site';
import { failureWords } from '../words/failures';
import { mannerOf } from './manner';
import { NO_MARKS } from './marks';
import { Picture } from './picture';
import { Said } from './said';

interface Props {
  readonly of: Failure;
  readonly example: Example;
  readonly language: Language;
}

/** Why an example failed: what was expected beside what was there, the cluster at that moment, the command that shows it again. */
export const FailureBox = ({ of: failure, example, language }: Props): VNode => {
  const { errors, cluster, again, location } = failure;
  const scenes = (example.film ? shotsOf(example.film) : []).flatMap((shot) =>
    shot.map(({ scene }) => scene),
  );
  return (
    <div class="failure">
      <p class="authority">
        {location}
        {example.authority === undefined ? null : ` · ${example.authority}`}
      </p>
      {errors.length === 0 && <NotUnderstood />}
      {errors.map((error) => (
        <WentWrong error={error} key={error.sentence} />
      ))}
      <Moment scenes={scenes} texts={cluster} language={language} />
      <p>
        <Said in={failureWords.again} />
      </p>
      <pre class="again">{again}</pre>
    </div>
  );
};

const NotUnderstood = (): VNode => (
  <p class="wrong">
    <Said in={failureWords.notUnderstood} />{' '}
    <a href={linkTo(pages.phrases)}>
      <Said in={failureWords.phrases} />
    </a>
  </p>
);

/** Sentences of failures are written in the language of the run. */
const WentWrong = ({ error: { sentence, rows, origin } }: { readonly error: StepError }): VNode => (
  <>
    <p class="wrong">{sentence}</p>
    {rows.length > 0 && <Comparison rows={rows} />}
    {origin === undefined ? null : (
      <p class="origin">
        <Said in={failureWords.raised} /> <code>{origin}</code>
      </p>
    )}
  </>
);

const Comparison = ({ rows }: { readonly rows: readonly Row[] }): VNode => (
  <table class="compared">
    <thead>
      <tr>
        <th scope="col">
          <Said in={failureWords.expected} />
        </th>
        <th scope="col">
          <Said in={failureWords.actual} />
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ expected, actual }) => (
        <tr class={expected === actual ? undefined : 'D'} key={`${expected}\n${actual}`}>
          <td>{expected}</td>
          <td>{actual}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface MomentProps {
  readonly scenes: readonly Scene[];
  readonly texts: readonly string[];
  readonly language: Language;
}

const Moment = ({ scenes, texts, language }: MomentProps): VNode | null => {
  const scene = scenes.at(-1);
  if (!scene && texts.length === 0) return null;
  return (
    <div class="moment">
      <p>
        <Said in={failureWords.moment} />
      </p>
      {scene && <Picture scene={scene} marks={NO_MARKS} manner={mannerOf(scenes)} language={language} />}
      {texts.map((text) => (
        <details open={!scene} key={text}>
          <summary>
            <Said in={failureWords.asText} />
          </summary>
          <pre lang="en" tabindex={0}>
            {text}
          </pre>
        </details>
      ))}
    </div>
  );
};
