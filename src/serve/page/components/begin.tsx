import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '../../../language/language';
import type { About, View } from '../view';
import { pageWords as words } from '../words';
import { Text } from './text';

const FILE = 'rollcall.kubeconfig';

const heredoc = (text: string): string => `kubectl create -f - <<'EOF'\n${text}EOF`;

const MACHINE = heredoc(`apiVersion: machines.rollcall.dev/v1alpha1
kind: Machine
metadata:
  name: node-1
`);

const DAEMON_SET = heredoc(`apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: log-agent
spec:
  selector:
    matchLabels:
      app: log-agent
  template:
    metadata:
      labels:
        app: log-agent
    spec:
      containers:
      - name: log-agent
        image: registry.example/log-agent:v1
`);

/** How a terminal comes to talk to the cluster. */
const commandsFor = ({ kubeconfigUrl, asksForToken }: About): string =>
  [
    `curl -s${asksForToken ? ' -H "Authorization: Bearer $TOKEN"' : ''} ${kubeconfigUrl} > ${FILE}`,
    `export KUBECONFIG=$PWD/${FILE}`,
    'kubectl get nodes',
  ].join('\n');

interface Props {
  readonly view: View | undefined;
  readonly about: About;
  readonly language: Language;
  /** What copies a text, where something can. */
  copying?(text: string): ComponentChildren;
}

/** How to use the cluster. */
export const Begin = ({ about, view, language, copying }: Props): JSX.Element => {
  const commands = commandsFor(about);
  return (
    <section class="begin">
      <h2>{words.begin[language]}</h2>
      <p>{words.beginHow[language]}</p>
      <Text text={commands} copy={copying?.(commands)} />
      {view && <First view={view} language={language} copying={copying} />}
      <details>
        <summary>{words.kubeconfig[language]}</summary>
        <Text text={about.kubeconfig} copy={copying?.(about.kubeconfig)} />
      </details>
    </section>
  );
};

interface FirstProps extends Pick<Props, 'language' | 'copying'> {
  readonly view: View;
}

/** What to do in a cluster in which there is nothing yet. */
const First = ({ view, language, copying }: FirstProps): JSX.Element | null => {
  if (view.nodes.all > 0 && view.sets.length > 0) return null;
  const [why, what] = view.nodes.all === 0 ? [words.noNodes, MACHINE] : [words.noSets, DAEMON_SET];
  return (
    <>
      <p>{why[language]}</p>
      <Text text={what} copy={copying?.(what)} />
    </>
  );
};
