@I05 @needs-container-control
Feature: Old pods that are not available

  The budget protects pods that are **available**: ready, and for as long as `minReadySeconds` says. An old pod that is not
  available is replaced **at once**, whatever the budget. Its node counts as one that goes without, though, until the new pod
  is available; so the available pods wait the longer.

  Background:
    Given the nodes "east-1", "east-2", "east-3" and "east-4"
    And the daemon set "log-agent"

  Rule: Old pods that are not ready are replaced at once, beyond the budget
    # Authority: pkg/controller/daemon/update.go rollingUpdate; kubernetes#111073

    Example: two of four pods are unready when the update begins
      Given the pods of "log-agent" on "east-1" and "east-2" turn unready
      And version "v2" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1" and "east-2" were replaced
      And the pods of "log-agent" on "east-1" and "east-2" have version "v2"

    Example: a pod turns unready while the update stands still elsewhere
      Given the pod of "log-agent" on "east-1" turns unready
      And version "v2" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to version "v2"
      When the pod of "log-agent" on "east-2" turns unready
      Then the pod of "log-agent" on "east-2" was replaced
      And the pod of "log-agent" on "east-2" has version "v2"

  Rule: So are ready pods that have not been ready for minReadySeconds
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/api/v1/pod/util.go IsPodAvailable; measured: four pods replaced within two seconds

    @needs-long-waits
    Example: two of four pods have been ready for less than five minutes
      Given the daemon set "disk-plugin" with:
        | min ready seconds | 300 |
      And version "v2" of "disk-plugin" can never be pulled
      And the pod of "disk-plugin" on "east-1" has just been deleted
      And the pod of "disk-plugin" on "east-2" has just been deleted
      And 1 minute passes
      When the daemon set "disk-plugin" is updated to version "v2"
      Then the pods of "disk-plugin" on "east-1" and "east-2" were replaced
      But the pods of "disk-plugin" on "east-3" and "east-4" were not replaced

    Example: minReadySeconds that is raised together with the image makes every pod too young
      Given version "v2" of "log-agent" can never be pulled
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"minReadySeconds": 600,
            "template": {"spec": {"containers": [{"name": "log-agent", "image": "example.test/log-agent:v2"}]}}}}'
        """
      Then the pods of "log-agent" on "east-1", "east-2", "east-3" and "east-4" were replaced
      And the status of "log-agent" is:
        | desired | up-to-date | available |
        | 4       | 4          | 0         |

  Rule: Their nodes use up the budget, so healthy pods wait
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    Example: the new version does not help, and the healthy pods stay
      Given the pods of "log-agent" on "east-1" and "east-2" turn unready
      And version "v2" of "log-agent" can never be pulled
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-3" and "east-4" were not replaced
      And the pods of "log-agent" on "east-3" and "east-4" run version "v1"

    Example: the new version helps, and then the healthy pods follow
      Given the pods of "log-agent" on "east-1" and "east-2" turn unready
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2", "east-3" and "east-4" run version "v2"
      And at no time were more than one pod of "log-agent" unavailable

  Rule: Without an update nobody replaces a pod that is not ready
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    @needs-long-waits
    Example: an unready pod stays as it is
      Given the pod of "log-agent" on "east-1" turns unready
      When 1 hour passes
      Then the pod of "log-agent" on "east-1" was not replaced
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 4       | 4       | 3     | 1           |
