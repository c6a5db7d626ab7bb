import { join } from 'node:path';
import { expect } from 'chai';
import type { Example } from '../../run/example';
import { complaintOf, tryFeatures } from '../../run/tried.testkit';

/** The example holds. */
const GREEN = '';

/** No phrase fits; what is said then is the report's affair. */
const NO_PHRASE = '(no phrase)';

/**
 * What newcomers wrote that says nothing, or something that never was, or what a command line is not: each example, by
 * its feature, and the words that it must be red with.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'C01-table-forgotten.feature': {
    'no table':
      'C01-table-forgotten.feature:3: A step that ends in ":" goes on below it, and nothing does. Write a table: lines with cells between | signs; or a text between two lines of """. "npm run steps" shows an example of every phrase.',
  },
  'C02-file-without-text.feature': {
    'noarg the file {string}:':
      'C02-file-without-text.feature:7: A step that ends in ":" goes on below it, and nothing does. Write a table: lines with cells between | signs; or a text between two lines of """. "npm run steps" shows an example of every phrase.',
  },
  'C03-text-instead-of-table.feature': {
    doc: 'C03-text-instead-of-table.feature:4: This phrase takes a table: lines with cells between | signs. Below it stands a text.',
  },
  'C04-table-where-none-belongs.feature': {
    tab: 'C04-table-where-none-belongs.feature:4: A table stands below this step, which does not take one: it does not end in ":". Take the table away, or find the phrase that takes it with "npm run steps".',
  },
  'C05-far-future.feature': {
    far: 'So much time cannot pass: no clock of Kubernetes counts beyond 292 years. Write a duration such as 40 seconds, 10 minutes, 3 hours or 2 days.',
    far2: 'So much time cannot pass: no clock of Kubernetes counts beyond 292 years. Write a duration such as 40 seconds, 10 minutes, 3 hours or 2 days.',
    far3: 'So much time cannot pass: no clock of Kubernetes counts beyond 292 years. Write a duration such as 40 seconds, 10 minutes, 3 hours or 2 days.',
    year: 'It printed something else.',
  },
  'U01-ten-seconds-NaN.feature': {
    x: 'U01-ten-seconds-NaN.feature:5: "ten" is no whole number. Write a number of seconds, like 10.',
  },
  'U02-setting-without-value.feature': {
    x: 'U02-setting-without-value.feature:5: "max unavailable" has no value. Write it into a second column: a number of pods or a percentage, like 1 or 10%.',
  },
  'U07-messages.feature': {
    'U07a grep finds nothing: "The command was refused"':
      'The command ended with an error and printed none, as grep does that finds no line: oc get nodes | grep zzz',
    'U07b a folder: "does not exist"': 'The command was refused: oc apply -f .',
    'U07c quotes in quotes: "No phrase fits this step", and no word about the quotes': NO_PHRASE,
    'U07d a placeholder with a misspelt word: "Input cannot be redirected"':
      '<pod for agent on n1> is no name that can be filled in. Write <pod of DAEMON-SET on NODE>, as in <pod of log-agent on east-1>.',
    'U07e two days': 'There never was a daemon set "x". There is none at all.',
  },
  'V01-misspelt-names.feature': {
    'V01a no pod was ever created, misspelt set':
      'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01b no pod was created since, misspelt set':
      'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01c there is no daemon set, misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01d there is no pod any more, never was': 'There never was a pod "reprot". Did you mean "report"?',
    'V01e template was never changed, misspelt':
      'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01f node never marked unreachable, misspelt node': 'There never was a node "n11". Did you mean "n1"?',
    'V01g no revision is left misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01h no pod left, misspelt set': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01i no pod left, misspelt node': 'There never was a node "n3". Did you mean "n1" or "n2"?',
    'V01j never had misspelt node': 'There never was a node "n3". Did you mean "n1" or "n2"?',
    'V01k nothing told misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01l no event is warning misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01m never asked to leave misspelt': 'There never was a pod "reprot". Did you mean "report"?',
    'V01n no node ever had two pods misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01o status did not change misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01p at no time unavailable misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01q every node had misspelt': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'V01r never replaced misspelt node': 'There never was a node "n3". Did you mean "n1" or "n2"?',
    'V01s there is no pod, never was': 'There never was a pod "reprot". Did you mean "report"?',
    'V01t version of misspelt set never becomes ready':
      'The example says how version "v2" of "agnet" behaves, and nothing in it runs "agnet". Did you mean "agent"?',
    'V01u misspelt version can never be pulled':
      'The example says how version "2" of "agent" behaves, and nothing in it has that version. Did you mean "v2"?',
  },
  'V02-empty-tables.feature': {
    'V02a status with a header and no row':
      'V02-empty-tables.feature:10: The table has a header and no row: it says nothing. Write a row below it.',
    'V02b status with a wrong second row':
      'V02-empty-tables.feature:17: The table has 2 rows below its header, and 1 can be read here.',
    'V02c status went through nothing':
      'V02-empty-tables.feature:22: The table has a header and no row: it says nothing. Write a row below it.',
    'V02d events include nothing':
      'V02-empty-tables.feature:27: The table has a header and no row: it says nothing. Write a row below it.',
    'V02e events of a misspelt set include nothing':
      'There never was a daemon set "agnet". Did you mean "agent"?',
    'V02f status went through nothing, misspelt':
      'V02-empty-tables.feature:37: The table has a header and no row: it says nothing. Write a row below it.',
    'V02g revisions of a misspelt set are nothing':
      'V02-empty-tables.feature:42: The table has a header and no row: it says nothing. Write a row below it.',
    'V02h prints nothing in particular': 'No line is shown that should be printed. Write at least one.',
    'V02i among other lines, nothing was run': 'Nothing has been run yet. Say first what is run, in a When.',
    'V02j contains an empty map':
      'Nothing is shown that could be compared. Write some fields, like "spec: {nodeName: east-1}".',
    'V02k the pod contains nothing but a comment': 'Nothing is shown that could be compared.',
    'V02l events with an empty row': 'V02-empty-tables.feature:75: The row is empty: it says nothing.',
    'V02m tolerates exactly, header only':
      'V02-empty-tables.feature:81: The table has a header and no row: it says nothing. Write a row below it.',
    'V02n an empty status table':
      'V02-empty-tables.feature:86: A column has no name. Known: desired, current, ready, up-to-date, available, unavailable, misscheduled (each a number of pods, like 2).',
  },
  'V03-refused.feature': {
    'V03a it is refused in any words, but it was not': 'This was not refused: oc get pods',
    'V03b refused, with the words of the placeholder': 'This was not refused: oc get pods',
    'V03c refused, three dots with something': 'This was not refused: oc get pods',
    'V03d not refused …not…': 'This was not refused: oc get pods',
    'V03e stale outcome: refused before, something else in between':
      'This was refused, and the example does not say so: oc get pod nope',
    'V03f try, no check at all': 'This was refused, and the example does not say so: oc delete ds agnet',
  },
  'V04-contains.feature': {
    'V04a nodeName … of a pod without a node': 'The pod of "big" on "n1" differs from what is shown.',
    'V04b a misspelt field with …': 'A Pod has no field "spec.nodeNam". Did you mean "nodeName"?',
    'V04c a misspelt field is null': 'A Pod has no field "spec.nodeNam". Did you mean "nodeName"?',
    'V04d a misspelt annotation of the set': 'Daemon set "agent" differs from what is shown.',
    'V04e text undefined': 'A DaemonSet has no field "metadata.nope". Did you mean "name"?',
    'V04f a map is …': GREEN,
    'V04g object Object': 'Daemon set "agent" differs from what is shown.',
  },
  'V05-own-manifest.feature': {
    'V05a version 2.1 never becomes ready, and yet all are ready':
      'The status of "disk-cleaner" counts differently.',
    'V05b version 2.1 takes 10 minutes to start, and yet they run after 1 s': 'It printed something else.',
    'V05c an update adds a second container': 'Daemon set "disk-cleaner" differs from what is shown.',
    'V05d and then "run version 2.2" is said to be true': GREEN,
    "V05e the manifest's own version is not known as a version": GREEN,
  },
  'V06-two-projects.feature': {
    'V06a in project b it runs on n1 only': GREEN,
    'V06b status in b is 1': GREEN,
    'V06c delete in b leaves none in b': GREEN,
    'V06d which one was deleted?': GREEN,
    'V06e update in b': GREEN,
  },
  'V07-silent-nonsense.feature': {
    'V07a a node with lots of cpu takes a pod of 1000 cpu':
      'V07-silent-nonsense.feature:6: "lots" is no amount of cpu. Write cores, like 2 or 500m. (quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\')',
    'V07b a node with many pods':
      'V07-silent-nonsense.feature:14: "many" is no amount of pods. Write how many, like 20. (quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\')',
    'V07c a node without a name':
      'V07-silent-nonsense.feature:20: The column "name" is missing. Known: name, labels (like disk=local, role=worker), taints (like team=ml:NoSchedule), cpu (cores, like 2 or 500m), memory (bytes, like 16Gi), pods (how many, like 20), ephemeral-storage (bytes, like 100Gi), nvidia.com/gpu (how many, like 2; so for every resource with a / in its name).',
    'V07d node names and labels that the API server refuses':
      "V07-silent-nonsense.feature:30: \"Node_1\" is no name of a node: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    'V07e the same label twice, the last counts':
      'V07-silent-nonsense.feature:40: The label "a" is set twice: a=b, a=c',
    'V07f the same setting twice, and a third column':
      'V07-silent-nonsense.feature:47: The row has 3 columns, and 2 can be read: a name and its value.',
    'V07g a label that is not there is removed':
      'Node "n1" has no label "nope" that could be removed. Known: beta.kubernetes.io/arch, beta.kubernetes.io/os, kubernetes.io/arch, kubernetes.io/hostname, kubernetes.io/os.',
    'V07h a role that does not exist makes a refusal for the wrong reason':
      'There is no cluster role "edti". Did you mean "edit"?',
    'V07i a table instead of a text is taken for a file':
      'V07-silent-nonsense.feature:69: This phrase takes a text between two lines of """. Below it stands a table.',
    'V07j the column name twice': 'V07-silent-nonsense.feature:78: The column "labels" is there twice.',
    'V07k apply of an empty file': 'error: no objects passed to apply',
    'V07l tolerates exactly looks at neither value nor seconds':
      'The pod of "agent" on "n1" tolerates something else.',
    'V07m a command that does not exist may be tried':
      'This is no command that could be tried: occ delete everything',
    'V07n a priority that nobody uses, a file that nobody reads':
      'So much time cannot pass: no clock of Kubernetes counts beyond 292 years. Write a duration such as 40 seconds, 10 minutes, 3 hours or 2 days.',
    'V07o stale output': 'Something else was done since this was tried: oc whoami',
    'V07p a second When that does nothing is credited with the first':
      'The pod of "agent" on "n1" should be another than before.',
    'V07q reading moves the clock by minutes': 'It printed something else.',
  },
  'vocabulary.feature': {
    'nodes that are counted go on counting': GREEN,
    'no node at all': 'No node is added by this. Leave the step out, or write how many.',
    'every node of a cluster that has none': 'There is no node.',
    'a label that no node has': 'No node is labelled "role=infar". There is: role=infra.',
    'a key that no node has': 'No node is labelled "rloe=infra". None has a label "rloe".',
    'the capacity of a node is what the table says': GREEN,
    'half a GPU': 'must be an integer. Write how many, like 2.',
    'memory in words': '"much" is no amount of memory. Write bytes, like 16Gi.',
    'a resource that is none': 'vocabulary.feature:49: Unknown column "gpu".',
    'a resource with a name that the API server refuses': 'Unknown column "nvidia.com/gpu!".',
    'at once after nothing': '"At once" means: before the cluster has worked on what was done before.',
    'at once after a look': '"At once" means: before the cluster has worked on what was done before.',
    'at once after the cluster has rested': '"At once" means: before the cluster has worked',
    'a command, and at once a look': GREEN,
    'at once twice, and each time before the cluster has worked': GREEN,
    'a misspelt node reboots': 'There never was a node "n2". Did you mean "n1"?',
    'a misspelt node turns ready': 'There never was a node "n2". Did you mean "n1"?',
    'a misspelt node is drained': 'There never was a node "n2". Did you mean "n1"?',
    'a misspelt node is uncordoned': 'There never was a node "n2". Did you mean "n1"?',
    'a misspelt pod is deleted': 'There never was a pod "reprot". Did you mean "report"?',
    'on a node where the pod only waits':
      'The pod of "agent" is for "n1", and not on it: it is pending (Unschedulable). If that is meant, write "for".',
    'for that node it has its version': GREEN,
    'a version runs whose image cannot be pulled': 'The pods of "agent" run another version.',
    'a daemon set runs a version as if it were a command':
      '"agent" is a daemon set: it runs pods, and no commands. To say what its pods run, write: all pods of "agent" run version "v2"',
    'a user is called one': GREEN,
    'all pods of a daemon set that lacks some': 'Some pods of "agent" are not there.',
    'all pods of a daemon set that has none': 'Some pods of "agent" are not there.',
    'an update that never was': '"agent" was never updated: nothing has changed its template.',
    'an update that does not end': 'The update of "agent" should take so long.',
    'a time that ends before it begins':
      '"40 to 30 seconds" ends before it begins. Write the shorter time first.',
    'something is printed': 'This should print nothing: oc get nodes',
  },
  'own-manifests.feature': {
    'the container whose image is called so is updated, in its registry': GREEN,
    'a digest is a version': GREEN,
    "a version of one's own can never be pulled": GREEN,
    'a sidecar is a program as well': GREEN,
    'several containers, and nobody knows which': 'left (example.test/one:1), right (example.test/two:1)',
    'a version that the set never had': '"agent" never had a version "1.00". Did you mean "1.0"?',
    'a version that no image can have': '"1 0" is no version. Write the tag of an image, like v2',
    'how a version starts is said when it runs already':
      'The example says how version "v1" of "late-agent" starts, and all that run it had started before.',
    'how a version starts is said before one more pod starts': GREEN,
    'how a version stops may be said late': GREEN,
  },
  'doing-nothing.feature': {
    'pods are deleted by a misspelt label':
      'This found nothing to do, and the example does not say so: oc delete pods -l app=agnet\nNo resources found',
    'pods are deleted by a misspelt label, and that is said': GREEN,
    'nodes are labelled by a misspelt label':
      'This found nothing to do, and the example does not say so: oc label nodes -l role=wroker a=b',
    'a misspelt pod is waited for until it is gone':
      'This found nothing to do, and the example does not say so',
    'a misspelt pod is deleted, if it is there': 'This found nothing to do, and the example does not say so',
    'an image is set that is there already': GREEN,
    'a node is labelled as it was':
      'Node "n1" is labelled so already. Nothing is done by this step. Leave it out, or mend it.',
    'one of two labels is new': GREEN,
    'a node is cordoned twice': 'Node "n1" is cordoned already.',
    'a node is uncordoned that was not cordoned': 'Node "n1" is not cordoned.',
    'a node turns ready that was ready': 'Node "n1" is ready already.',
    'a pod turns ready that was ready': 'The pod of "agent" on "n1" is ready already.',
    'a node joins that is there': 'There is a node "n1" already. Give this one another name.',
    'more nodes than Kubernetes knows how to keep': '100000000 nodes are too many',
    'a star after a Then does something': 'This does something, and a Then says what must be true',
    'a star after a Then says more of what is true': GREEN,
    'somebody else is asked for, misspelt': 'Nobody is called "vear". Did you mean "vera"?',
    'it is asked what may be done in a misspelt project': 'There is no project "shpo". Did you mean "shop"?',
    'a misspelt role is granted': 'There is no cluster role "edti". Did you mean "edit"?',
    'the answer is no, with a warning': GREEN,
    'the answer is no, and that is no refusal': 'This ended with an error, and nothing was printed as one.',
    'the answer is no, and nobody was prepared': 'The command ended with an error, and its answer was: no',
    'a misspelt field is printed': 'A DaemonSet has no field "spec.tmplate". Did you mean "template"?',
    'a misspelt field of every pod is printed': 'A Pod has no field "spec.nodeNam". Did you mean "nodeName"?',
    'a misspelt field in a column': 'A Pod has no field "spec.node". ',
    'a field that is not set': GREEN,
    'it prints anything': '"…" alone is true of all that could be printed.',
    'it is refused because a name is misspelt':
      'It was refused because nothing is called "agnet", and the sentence does not say so',
    'it is refused because a name is not there, which is said': GREEN,
    'an event that is any event': 'This row is true of any event. Write at least its reason.',
    'a silence that lasts no time': 'No time would pass. Write a duration such as 1 second.',
    'a reboot that takes no time': 'No time would pass. Write a duration such as 1 second.',
    'an annotation that nobody reads':
      'Nobody reads an annotation "openshift.io/nodeselector". Did you mean "openshift.io/node-selector"?',
    "an annotation of one's own": GREEN,
    'a node falls silent twice': 'Node "n1" is silent already.',
    'a node reports again that was not the silent one': 'Node "n2" did not fall silent.',
    'a node that joins under the name of a silent one may fall silent again': GREEN,
    'a file that nobody reads': 'The example shows the file "agnet.yaml", and no command has read it.',
    'a text that is no YAML': 'The text below this step is not YAML that can be read here: ',
    'an image is there after all that was never missing':
      'Version "v1" of "agent" could be pulled before. Say first that it can never be pulled.',
  },
  'more-names.feature': {
    'a daemon set that was refused is known': GREEN,
    'a daemon set that was deleted is known': GREEN,
    'a user that nobody knows': 'Nobody is called "vear". Did you mean "vera"?',
    'a user that nobody knows, at the command line': 'Nobody is called "vear". Did you mean "vera"?',
    'a project that nobody knows': 'There is no project "shpo". Did you mean "shop"?',
    'a priority class that nobody knows': 'There is no priority class "urgnet". Did you mean "urgent"?',
    'a node that nobody knows is cordoned': 'There never was a node "n3". Did you mean "n1" or "n2"?',
    'a node twice': '"n1" is named twice.',
    'a pod spec with a misspelt field':
      'no field "spec.template.spec.nodeSelecto". Did you mean "nodeSelector"?',
    'the daemon set of a placeholder': 'There never was a daemon set "agnet". Did you mean "agent"?',
    'a kind of object that nobody knows': 'the server doesn\'t have a resource type "daemonsts"',
    'a flag that nobody knows': 'unknown flag: --wid',
    'reading leaves an update where it is': GREEN,
    'an And continues its When': GREEN,
  },
};

describe('what newcomers write', function () {
  this.timeout(120_000);
  let tried = new Map<string, Example>();
  const keyOf = (file: string, name: string) => `${file}: ${name}`;

  before(async () => {
    const examples = await tryFeatures(...Object.keys(WORDS).map((file) => join(__dirname, file)));
    tried = new Map(
      examples.map((example) => [keyOf(example.uri.replace(/^.*\//, ''), example.name), example]),
    );
  });

  for (const [file, examples] of Object.entries(WORDS))
    for (const [name, words] of Object.entries(examples))
      it(`is ${words === GREEN ? 'green' : 'red'}: ${keyOf(file, name)}`, () => {
        const example = tried.get(keyOf(file, name));
        if (!example) throw new Error('It was not tried.');
        if (words === NO_PHRASE) return expect(example.outcome).to.equal('undefined');
        expect(complaintOf(example)).to.contain(words);
        return expect(example.outcome).to.equal(words === GREEN ? 'passed' : 'failed');
      });

  it('is tried as a whole', () => {
    const expected = Object.entries(WORDS).flatMap(([file, examples]) =>
      Object.keys(examples).map((name) => keyOf(file, name)),
    );
    expect([...tried.keys()].sort()).to.deep.equal(expected.sort());
  });
});
