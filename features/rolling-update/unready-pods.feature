@I05 @needs-container-control
Feature: Old pods that are not ready

  The budget protects pods that work. An old pod that is not ready does not work, so an update loses nothing by replacing it: it is
  replaced **at once**, whatever the budget. Its node counts as one that goes without, though, until the new pod
  is available; so healthy pods wait the longer.

  Background:
    Given the nodes "east-1", "east-2", "east-3" and "east-4"
    And the daemon set "log-agent"

  Rule: Old pods that are not ready are replaced at once, beyond the budget

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

  Rule: Their nodes use up the budget, so healthy pods wait

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

    @needs-virtual-time
    Example: an unready pod stays as it is
      Given the pod of "log-agent" on "east-1" turns unready
      When 1 hour passes
      Then the pod of "log-agent" on "east-1" was never replaced
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 4       | 4       | 3     | 1           |
