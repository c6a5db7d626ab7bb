@I16
Feature: Which node is a waiting daemon pod for?

  A daemon pod that waits is not on any node yet: `spec.nodeName` is empty, and lists print `<none>`. Yet it is meant for one node
  and no other. Which one stands in its **node affinity**: required, and with the name of a node.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 2   |
      | east-2 | 8   |

  Rule: Lists do not show the node that a pod waits for, its affinity does
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; kubernetes#93934

    Example: the list of pods shows no node
      Given the daemon set "indexer" with:
        | cpu | 4 |
      When I run "oc get pods -o wide --field-selector spec.nodeName="
      Then it prints:
        """
        NAME        READY   STATUS    RESTARTS   AGE   IP       NODE     NOMINATED NODE   READINESS GATES
        indexer-…   0/1     Pending   0          …     <none>   <none>   <none>           <none>
        """

    Example: the affinity names the node
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then the pod of "indexer" for "east-1" is pending
      And the pod of "indexer" for "east-1" contains:
        """
        spec:
          nodeName: null
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchFields:
                      - {key: metadata.name, operator: In, values: [east-1]}
        """

    Example: asked for with oc
      Given the daemon set "indexer" with:
        | cpu | 4 |
      When I run:
        """
        oc get pods --field-selector spec.nodeName= -o jsonpath={.items[*].spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values[0]}
        """
      Then it prints:
        """
        east-1
        """

  Rule: A daemon pod waits for its own node, however much room there is elsewhere
    # Authority: pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go PreFilter; pkg/scheduler/framework/plugins/dynamicresources/dynamicresources.go PostFilter; recording no-room

    @needs-steady-control-plane
    Example: the scheduler looks at that node alone, and says what it lacks
      When the daemon set "indexer" is created with:
        | cpu | 4 |
      Then the events of "indexer" include:
        | type    | reason           | from              | message                                                                                                                                    |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: … |

    @needs-node-control
    Example: a node with room joins, and gets a pod of its own
      Given the daemon set "indexer" with:
        | cpu | 4 |
      When node "east-3" joins
      Then "indexer" runs one pod on each of "east-2" and "east-3"
      But the pod of "indexer" for "east-1" is pending
      And the pod of "indexer" for "east-1" was never replaced

  Rule: When its node is removed, a waiting pod goes on waiting until something wakes its daemon set
    # Authority: pkg/controller/daemon/daemon_controller.go getUnscheduledPodsWithoutNode; pkg/controller/daemon/daemon_controller.go NewDaemonSetsController; measured: 304 seconds
    The daemon set controller is not told of nodes that are removed. In a quiet cluster the scheduler looks at the pod again after
    five minutes, and what it then writes into the pod wakes the daemon set.

    Background:
      Given the daemon set "indexer" with:
        | cpu | 4 |

    @I12 @needs-node-control @needs-long-waits @needs-steady-control-plane
    Example: two minutes later it is still there
      Given node "east-1" is removed
      When 2 minutes pass
      Then the pod of "indexer" for "east-1" is pending

    @I12 @needs-node-control
    Example: another pod of the set that is deleted is enough to wake it
      Given node "east-1" is removed
      When the pod of "indexer" on "east-2" is deleted
      Then no pod of "indexer" is left on "east-1"
      And "indexer" runs one pod on "east-2" and nowhere else
