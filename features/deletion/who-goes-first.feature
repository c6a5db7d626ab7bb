Feature: What goes first, the daemon set or its pods

  Every daemon pod carries a note: "I belong to this daemon set". When the owner is deleted, the cluster's *garbage
  collector* follows these notes. In the **background**, the default, the daemon set is gone at once and its pods follow. In
  the **foreground** the daemon set waits, marked as being deleted, until the last pod is gone: whoever waits for the daemon
  set to go has then waited for the pods too.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: In the background the daemon set goes first
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem

    Example: deleting without saying how
      When the daemon set "log-agent" is deleted
      Then the daemon set "log-agent" was gone before any of its pods

    Example: saying so
      When the daemon set "log-agent" is deleted with "--cascade=background"
      Then the daemon set "log-agent" was gone before any of its pods

  Rule: In the foreground the pods go first
    # Authority: pkg/controller/garbagecollector/garbagecollector.go processDeletingDependentsItem

    Example: the daemon set is the last to go
      When the daemon set "log-agent" is deleted with "--cascade=foreground"
      Then the daemon set "log-agent" was gone after all of its pods

    @needs-node-control
    Example: a pod that cannot be stopped holds it up
      Given node "east-2" falls silent
      When the daemon set "log-agent" is deleted with "--cascade=foreground"
      Then the daemon set "log-agent" contains:
        """
        metadata:
          finalizers: [foregroundDeletion]
        """
      And no pod of "log-agent" is left on "east-1"

    @needs-node-control
    Example: it goes when the node is back and has stopped its pod
      Given node "east-2" falls silent
      And the daemon set "log-agent" is deleted with "--cascade=foreground"
      When node "east-2" reports again
      Then there is no daemon set "log-agent"
      And no pod of "log-agent" is left

  @needs-node-control
  Rule: A daemon set that is being deleted creates nothing any more, and counts nothing
    # Authority: pkg/controller/daemon/daemon_controller.go syncDaemonSet

    Background:
      Given node "east-2" falls silent

    Example: a node joins while the deletion waits
      Given the daemon set "log-agent" is deleted with "--cascade=foreground"
      When node "east-3" joins
      Then "east-3" never had a pod of "log-agent"

    @needs-steady-control-plane
    Example: the status goes on counting a pod that is gone
      When the daemon set "log-agent" is deleted with "--cascade=foreground"
      Then no pod of "log-agent" is left on "east-1"
      But the status of "log-agent" is:
        | ready |
        | 1     |

  Rule: Revisions go or stay as the pods do
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem, orphanDependents; pkg/controller/daemon/update.go snapshot, controlledHistories; recording deleted-set-leaves-no-revisions
    A daemon set remembers its templates as *controller revisions*. They belong to it as its pods do.

    Example: no revision is left behind
      Given the daemon set "log-agent" is updated to version "v2"
      And the daemon set "log-agent" is deleted
      When I run "oc get controllerrevisions"
      Then it prints:
        """
        No resources found in demo namespace.
        """

    Example: orphans keep theirs, and a successor takes it over
      Given the daemon set "log-agent" is deleted with "--cascade=orphan"
      And the daemon set "log-agent" is created with:
        | version | v2 |
      When I run "oc get controllerrevisions --sort-by=.revision"
      Then it prints:
        """
        NAME          CONTROLLER                 REVISION   AGE
        log-agent-…   daemonset.apps/log-agent   1          …
        log-agent-…   daemonset.apps/log-agent   2          …
        """
