Feature: Going back to the version before

  The new version is no good, and users notice. `oc rollout undo` gives the daemon set the pod template it had before, and
  nothing but the template. From there on it is an update like any other, and the update strategy says how it reaches the
  nodes. On nodes which the bad version has not reached **nothing is to be done**: their pods match the old template and run on
  without a restart.

  Background:
    Given the nodes "east-1", "east-2", "west-1" and "west-2"
    And the daemon set "log-agent"

  @K05 @needs-container-control
  Rule: A stuck update is rolled back without restarting the pods that still run the old version
    # Authority: pkg/controller/daemon/update.go rollingUpdate

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

    @needs-long-waits
    Example: a healthy pod of the new version is replaced as well
      Given version "v3" of "log-agent" takes 2 minutes to start
      And the daemon set "log-agent" has just been updated to version "v3"
      And 3 minutes pass
      When I run "oc rollout undo daemonset/log-agent --to-revision=1"
      Then only two pods of "log-agent" were replaced
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"

  Rule: An update that went through is rolled back node by node
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    @needs-steady-control-plane
    Example: all pods are replaced, within the budget
      Given the daemon set "log-agent" is updated to version "v2"
      When I run "oc rollout undo daemonset/log-agent"
      Then only four pods of "log-agent" were replaced
      And one pod of "log-agent" was unavailable, and never more
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"

    Example: undoing twice is going forward again
      Given the daemon set "log-agent" is updated to version "v2"
      And I run "oc rollout undo daemonset/log-agent"
      When I run "oc rollout undo daemonset/log-agent"
      Then the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v2"

  Rule: Under OnDelete only the template goes back, and no pod is replaced
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet; measured

    Example: the pods stay as they are
      Given the daemon set "disk-plugin" with:
        | update strategy | OnDelete |
      And the daemon set "disk-plugin" is updated to version "v2"
      And the pods of "disk-plugin" on "east-1", "east-2", "west-1" and "west-2" are deleted
      When I run "oc rollout undo daemonset/disk-plugin"
      Then the pods of "disk-plugin" on "east-1", "east-2", "west-1" and "west-2" were not replaced
      And the pods of "disk-plugin" on "east-1", "east-2", "west-1" and "west-2" run version "v2"

  Rule: What stands outside the template stays as it is
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollback.go Rollback; pkg/controller/daemon/update.go getPatch

    Example: a setting that came with the new version outlives it
      Given I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"minReadySeconds": 5,
            "template": {"spec": {"containers": [{"name": "log-agent", "image": "example.test/log-agent:v2"}]}}}}'
        """
      When I run "oc rollout undo daemonset/log-agent"
      Then the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" run version "v1"
      But the daemon set "log-agent" contains:
        """
        spec:
          minReadySeconds: 5
        """

  Rule: Any version that is remembered can be named
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollback.go Rollback, findHistory

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

  Rule: With only one revision there is nothing to go back to; one that was adopted counts
    # Authority: staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollback.go Rollback; pkg/controller/controller_ref_manager.go ClaimControllerRevisions; measured

    Example: the first version
      When I try to run "oc rollout undo daemonset/log-agent"
      Then it is refused:
        """
        error: no last revision to roll back to
        """
      And the pods of "log-agent" on "east-1", "east-2", "west-1" and "west-2" were not replaced

    Example: a successor that was never updated goes back to the template of its predecessor
      Given the daemon set "log-agent" is deleted with "--cascade=orphan"
      And the daemon set "log-agent" with:
        | version | v2 |
      When I run "oc rollout undo daemonset/log-agent"
      Then the daemon set "log-agent" contains:
        """
        spec:
          template:
            spec:
              containers:
                - image: example.test/log-agent:v1
        """
