/** The spec of a daemon set that runs on every node. */
export const daemonSetSpec = (version = 'v1'): object => ({
  selector: { matchLabels: { app: 'log-agent' } },
  template: {
    metadata: { labels: { app: 'log-agent' } },
    spec: { containers: [{ name: 'log-agent', image: `registry.example/log-agent:${version}` }] },
  },
});
