@needs-steady-control-plane
Feature: Surge and minReadySeconds: an update that may rest half way

  With surge the old pod waits for the new one to be available, and with `minReadySeconds` available comes some time after
  ready. For that moment the daemon set sets its alarm. But it has only **one alarm**, and an earlier time wins: while it still
  waits for an older pod, the alarm for a new one is lost. Then nobody looks when the new pod has become available, and the
  update rests, with an old and a new pod side by side, until something happens to the daemon set. At the latest that is after
  a day: so often every daemon set is looked at anyway.

  Background:
    Given the node "east-1"
    And the daemon set "network-plugin" with:
      | max unavailable   | 0  |
      | max surge         | 1  |
      | min ready seconds | 30 |

  Rule: If no alarm is set when the new pod turns ready, the update ends by itself
    # Authority: pkg/controller/daemon/daemon_controller.go updatePod, enqueueDaemonSetAfter; measured: 31 seconds

    Example: a daemon set that has been settled for long
      When the daemon set "network-plugin" is updated to version "v2"
      Then "network-plugin" runs one pod on "east-1" and nowhere else
      And the pod of "network-plugin" on "east-1" runs version "v2"
      And the old pod of "network-plugin" on "east-1" stayed until the new one was available

  Rule: If an alarm is set already, the update rests until something else happens
    # Authority: staging/src/k8s.io/client-go/util/workqueue/delaying_queue.go insert; pkg/controller/daemon/daemon_controller.go updatePod; measured
    Here the pod is some seconds old when the update begins, and the alarm is set for it.

    Background:
      Given the pod of "network-plugin" on "east-1" has just been deleted
      And 8 seconds pass

    Example: the new pod is ready, and the old one stays
      When the daemon set "network-plugin" is updated to version "v2"
      Then "network-plugin" runs versions "v1" and "v2" side by side on "east-1"

    @needs-long-waits
    Example: an hour later they are still side by side
      Given the daemon set "network-plugin" is updated to version "v2"
      When 1 hour passes
      Then "network-plugin" runs versions "v1" and "v2" side by side on "east-1"

    @needs-long-waits
    Example: a label on the daemon set is enough to wake it
      Given the daemon set "network-plugin" is updated to version "v2"
      And 1 minute passes
      When I run "oc label daemonset network-plugin woken=yes"
      Then "network-plugin" runs one pod on "east-1" and nowhere else
      And the pod of "network-plugin" on "east-1" runs version "v2"

    @needs-long-waits
    Example: nothing is lost by it, for no node goes without
      Given the daemon set "network-plugin" has just been updated to version "v2"
      And 1 minute passes
      When I run "oc label daemonset network-plugin woken=yes"
      Then every node had an available pod of "network-plugin" all the time
      And the old pod of "network-plugin" on "east-1" stayed until the new one was available

  Rule: Without minReadySeconds the update ends by itself
    # Authority: pkg/controller/daemon/daemon_controller.go updatePod; recording surge-replaces-after-ready

    Example: ready is available, and the news of it wakes the daemon set
      Given the daemon set "disk-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      When the daemon set "disk-plugin" is updated to version "v2"
      Then "disk-plugin" runs one pod on "east-1" and nowhere else
      And the pod of "disk-plugin" on "east-1" runs version "v2"
