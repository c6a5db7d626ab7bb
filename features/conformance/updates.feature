Feature: Official conformance, part two: updates

  Two of the eight claims are about rolling updates: a new image reaches every node, and a stuck update can be taken back without
  disturbing the pods of the old version that still work. Pods of the new version are replaced, whether they work or not.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"
    And the daemon set "log-agent"

  @K04
  Rule: A new image that works reaches every pod in a rolling update, and every pod tells which revision it was made from
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/controller/daemon/util/daemonset_util.go CreatePodTemplate; recording default-strategy-template-update

    Example: before the update all pods carry the hash of the first revision
      When 1 minute passes
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" carry the hash of revision 1

    Example: the new image is on every node
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"
      And at no time was more than one pod of "log-agent" unavailable
      And no node ever had two pods of "log-agent" at the same time

    Example: after the update all pods carry the hash of the second
      When the daemon set "log-agent" is updated to version "v2"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v2      |
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" carry the hash of revision 2

    Example: where updates do not roll, pods keep the old image until somebody deletes them
      Given the daemon set "node-metrics" with:
        | update strategy | OnDelete |
      When the daemon set "node-metrics" is updated to version "v2"
      Then the pods of "node-metrics" on "east-1", "east-2" and "east-3" run version "v1"
      And the pods of "node-metrics" on "east-1", "east-2" and "east-3" carry the hash of revision 1

  @K05 @needs-container-control
  Rule: A stuck update is rolled back without restarting healthy pods of the old version
    # Authority: pkg/controller/daemon/update.go rollingUpdate; recording stuck-rollout-changes-mind; measured

    Example: the image goes back to what it was
      Given version "v2" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to version "v2"
      When the daemon set "log-agent" is updated to version "v1"
      Then only one pod of "log-agent" was replaced
      And "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v1"

    Example: healthy pods of the new version do not stay
      Given the daemon set "log-agent" is updated to version "v2"
      When the daemon set "log-agent" is updated to version "v1"
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" were replaced
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v1"
