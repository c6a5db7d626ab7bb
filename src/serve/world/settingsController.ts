import type { InProcessCluster } from '../../cluster/cluster';
import { Component, type Surroundings } from '../../cluster/component/component';
import { type SettingsObject, settings } from './settingsKind';

/** Has the cluster be as its Settings say. */
export class SettingsController extends Component {
  readonly #cluster: InProcessCluster;

  constructor(surroundings: Surroundings, cluster: InProcessCluster) {
    super('settings-controller', surroundings);
    this.#cluster = cluster;
    this.watch<SettingsObject>(settings, ({ object }) => this.queue.add(object.metadata.name));
  }

  /** The control plane is restarted, so it is left alone if nothing has changed. */
  protected override sync(name: string): void {
    const { legacyScheduling, defaultNodeSelector, securityContextConstraints } = this.client.get(
      settings,
      undefined,
      name,
    ).spec;
    const now = this.#cluster.settings;
    if (
      now.legacyScheduling !== legacyScheduling ||
      now.defaultNodeSelector !== defaultNodeSelector ||
      now.securityContextConstraints !== securityContextConstraints
    )
      this.#cluster.configure({ legacyScheduling, defaultNodeSelector, securityContextConstraints });
  }
}
