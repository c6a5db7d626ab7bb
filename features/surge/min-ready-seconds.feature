@needs-steady-control-plane
Feature: Surge and minReadySeconds: an update that rests

  With surge the old pod waits for the new one to be available, and with `minReadySeconds` available comes some time after ready. But
  when that time is over, **nobody looks**: the daemon set sleeps until the next thing happens to it. So an update can rest
  half way, with an old and a new pod side by side, until somebody touches it. This is what Kubernetes 1.36 does.

  Background:
    Given the node "east-1"
    And the daemon set "network-plugin" with:
      | max unavailable   | 0  |
      | max surge         | 1  |
      | min ready seconds | 30 |

  Rule: The old pod stays beside the new one until something else happens

    Example: the new pod is ready, and the old one stays
      When the daemon set "network-plugin" is updated to version "v2"
      Then "network-plugin" runs versions "v1" and "v2" side by side on "east-1"

    @needs-virtual-time
    Example: an hour later they are still side by side
      Given the daemon set "network-plugin" is updated to version "v2"
      When 1 hour passes
      Then "network-plugin" runs versions "v1" and "v2" side by side on "east-1"

    @needs-virtual-time
    Example: a label on the daemon set is enough to wake it
      Given the daemon set "network-plugin" is updated to version "v2"
      And 30 seconds pass
      When I run "oc label daemonset network-plugin woken=yes"
      Then "network-plugin" runs one pod on "east-1" and nowhere else
      And the pod of "network-plugin" on "east-1" runs version "v2"

  Rule: Nothing is lost by it: no node goes without

    @needs-virtual-time
    Example: from the update until it is woken
      Given the daemon set "network-plugin" has just been updated to version "v2"
      And 1 minute passes
      When I run "oc label daemonset network-plugin woken=yes"
      Then every node had an available pod of "network-plugin" all the time
      And the old pod of "network-plugin" on "east-1" stayed until the new one was available

  Rule: Without minReadySeconds the update ends by itself

    Example: ready is available, and the news of it wakes the daemon set
      Given the daemon set "disk-plugin" with:
        | max unavailable | 0 |
        | max surge       | 1 |
      When the daemon set "disk-plugin" is updated to version "v2"
      Then "disk-plugin" runs one pod on "east-1" and nowhere else
      And the pod of "disk-plugin" on "east-1" runs version "v2"
