Feature: Going back to the version before

  The new version is no good, and users notice. `oc rollout undo` gives the daemon set the pod template it had before. From there on it is
  an update like any other, only that the nodes which the bad version has not reached have **nothing to do**: their pods match the
  old template and run on without a restart.

  Background:
    Given the nodes "east-1", "east-2", "west-1" and "west-2"
    And the daemon set "log-agent"

  @K05 @needs-container-control
  Rule: A stuck update is rolled back without restarting the healthy pods

    Background:
      Given version "v2" of "log-agent" can never be pulled
      And the daemon set "log-agent" is updated to version "v2"

    Example: every node runs the old version again
      When I run "oc rollout undo daemonset/log-agent"
      Then it prints:
        """
        daemonset.apps/log-agent rolled back
        """
      And "log-agent" runs one pod on each of "east-1", "east-2", "west-1" and "west-2" and nowhere else
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"

    Example: only the broken pod is replaced
      When I run "oc rollout undo daemonset/log-agent"
      Then only one pod of "log-agent" was replaced

  Rule: An update that went through is rolled back node by node

    Example: all pods are replaced, within the budget
      Given the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout undo daemonset/log-agent"
      Then only four pods of "log-agent" were replaced
      And up to one pod of "log-agent" was unavailable at the same time
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"

    Example: undoing twice is going forward again
      Given the daemon set "log-agent" is updated to version "v2"
      And I run "oc rollout undo daemonset/log-agent"
      When I run "oc rollout undo daemonset/log-agent"
      Then the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v2"

  Rule: Any version that is remembered can be named

    Background:
      Given the daemon set "log-agent" is updated to versions "v2" and "v3" in turn

    Example: two versions back
      When I run "oc rollout undo daemonset/log-agent --to-revision=1"
      Then the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"

    Example: the version that is there already
      When I run "oc rollout undo daemonset/log-agent --to-revision=3"
      Then it prints:
        """
        daemonset.apps/log-agent skipped rollback (current template already matches revision 3)
        """
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" were not replaced

    Example: a version that nobody remembers
      When I try to run "oc rollout undo daemonset/log-agent --to-revision=7"
      Then it is refused:
        """
        error: unable to find specified revision 7 in history
        """

  Rule: A daemon set that was never updated has nothing to go back to

    Example: the first version
      When I try to run "oc rollout undo daemonset/log-agent"
      Then it is refused:
        """
        error: no last revision to roll back to
        """
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" were not replaced
