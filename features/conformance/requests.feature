Feature: Official conformance, part three: lists, status, revisions

  The last three claims are about the API itself, as programs use it: objects are found and deleted by their labels, the status
  can be read and written by itself, and revisions are objects like any other.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"
    And the daemon set "node-metrics"

  @K06
  Rule: Daemon sets are listed and deleted by their labels
    # Authority: documentation: Labels and Selectors; pkg/registry/apps/daemonset/storage/storage.go NewREST

    Background:
      Given I run "oc label daemonset log-agent team=platform"

    Example: a list of those with a label
      When I run "oc get daemonsets -l team=platform -o name"
      Then it prints:
        """
        daemonset.apps/log-agent
        """

    Example: one request deletes all that carry the label, and leaves the others
      When all daemon sets labelled "team=platform" are deleted in one request
      Then there is no daemon set "log-agent"
      And no pod of "log-agent" is left
      But "node-metrics" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "node-metrics" on "east-1" and "east-2" were not replaced

  @K07
  Rule: The status can be read, patched and replaced, and its conditions are kept
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate; pkg/controller/daemon/daemon_controller.go storeDaemonSetStatus

    Example: it is read
      When I run "oc get daemonset log-agent -o jsonpath='{.status.desiredNumberScheduled} {.status.numberReady}'"
      Then it prints:
        """
        2 2
        """

    Example: it is replaced, and then patched
      Given the status of "log-agent" is replaced, with the condition "Audited"
      When I run:
        """
        oc patch daemonset log-agent --subresource=status --type=json -p \
            '[{"op": "add", "path": "/status/conditions/-", "value": {"type": "Approved", "status": "True"}}]'
        """
      Then the daemon set "log-agent" contains:
        """
        status:
          numberReady: 2
          conditions:
            - {type: Audited, status: "True"}
            - {type: Approved, status: "True"}
        """

  @K07
  Rule: The controller puts its seven counters right, and leaves conditions and collisions as it finds them
    # Authority: pkg/controller/daemon/daemon_controller.go storeDaemonSetStatus; measured
    It writes the status when one of its seven counters differs from what it sees, or when it has not yet taken notice of a change
    of the spec. When it writes, it also puts down which change it took notice of.

    Example: a counter that somebody has written does not stay
      When I run:
        """
        oc patch daemonset log-agent --subresource=status --type=merge -p '{"status": {"numberReady": 7}}'
        """
      Then the status of "log-agent" is:
        | desired | ready |
        | 2       | 2     |

    Example: the number of the change it took notice of, if it is too large, stays until a counter changes
      Given I run:
        """
        oc patch daemonset log-agent --subresource=status --type=merge -p '{"status": {"observedGeneration": 77, "collisionCount": 3}}'
        """
      When the pod of "log-agent" on "east-1" is deleted
      Then the daemon set "log-agent" contains:
        """
        status: {observedGeneration: 1, collisionCount: 3}
        """

    Example: as long as all counters are right, it stays, and so does the count of collisions
      When I run:
        """
        oc patch daemonset log-agent --subresource=status --type=merge -p '{"status": {"observedGeneration": 77, "collisionCount": 3}}'
        """
      Then the daemon set "log-agent" contains:
        """
        status: {observedGeneration: 77, collisionCount: 3}
        """

  @K08
  Rule: Revisions are listed, labelled, deleted, and made anew where they are needed
    # Authority: pkg/controller/daemon/update.go constructHistory; pkg/controller/daemon/update.go snapshot; measured

    Example: a list by label
      When I run "oc get controllerrevisions -l app=log-agent"
      Then it prints:
        """
        NAME          CONTROLLER                 REVISION   AGE
        log-agent-…   daemonset.apps/log-agent   1          …
        """

    Example: a label is added
      When I run "oc label controllerrevisions -l app=log-agent audited=yes"
      Then it prints:
        """
        controllerrevision.apps/log-agent-… labeled
        """
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |

    Example: the revision of the current template is made anew, and the pods notice nothing
      When I run "oc delete controllerrevisions -l app=log-agent"
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: the new one may have another hash than the pods, and still they notice nothing
      Given I run:
        """
        oc patch daemonset log-agent --subresource=status --type=merge -p '{"status": {"collisionCount": 3}}'
        """
      When I run "oc delete controllerrevisions -l app=log-agent"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the status of "log-agent" is:
        | desired | up-to-date |
        | 2       | 2          |

    @needs-movable-clock
    Example: one request deletes all revisions with a label, and only the current one comes back
      Given the daemon set "log-agent" is updated to version "v2"
      When all revisions labelled "app=log-agent" are deleted in one request
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v2      |
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
