@I24
Feature: A daemon pod that minds who is near

  A template may require its pods to run far from certain others, or near them; how far is said by a label of the nodes, such as
  the host's name or the zone. The daemon set controller does not look at that. It wants a pod on every node as ever, and counts
  each of them; the scheduler then finds no place for some, and they wait, for ever if nothing changes. Who wants to spare nodes
  should select nodes, not pods.

  Rule: Where a pod must not be, the daemon set still wants one, and it waits, unless it matters more than those in its way
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; pkg/scheduler/framework/plugins/interpodaffinity/filtering.go Filter; pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode; kubernetes#29276; measured

    Background:
      Given the nodes "east-1" and "east-2"
      And the daemon set "database" for nodes labelled "kubernetes.io/hostname=east-1"
      And the daemon set "batch-agent" with the pod spec:
        """
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector: {matchLabels: {app: database}}
                topologyKey: kubernetes.io/hostname
        """

    @needs-long-waits
    Example: beside the database there is no place, a day later neither
      When 24 hours pass
      Then "batch-agent" runs one pod on "east-2"
      But the pod of "batch-agent" for "east-1" is pending
      And the status of "batch-agent" is:
        | desired | current | ready | unavailable | misscheduled |
        | 2       | 2       | 1     | 1           | 0            |

    @needs-steady-control-plane
    Example: only the scheduler says why
      When I run "oc get daemonset batch-agent"
      Then the events of "batch-agent" include:
        | type    | reason           | from              | message                                                                                                                                        |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: 1 node(s) didn't match pod anti-affinity rules, 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. … preemption: … |

    Example: when the database leaves, the pod comes
      When the daemon set "database" is deleted
      Then "batch-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a pod that matters more pushes the database out, which then waits in its turn
      Given the priority class "urgent" with value 1000
      When the daemon set "guard" is created with the pod spec:
        """
        priorityClassName: urgent
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector: {matchLabels: {app: database}}
                topologyKey: kubernetes.io/hostname
        """
      Then "guard" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod of "database" for "east-1" is pending

    Example: nobody that it must not be near comes to it either, though they ask for nothing
      When the daemon set "backup" is created with:
        | labels | app=database, part=backup |
      Then "backup" runs one pod on "east-1"
      But the pod of "backup" for "east-2" is pending

  Rule: Far may mean further than the next machine
    # Authority: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go satisfyPodAntiAffinity

    @needs-steady-control-plane
    Example: one pod a zone, of a daemon set that wants one on each node
      Given the nodes:
        | name   | labels    |
        | east-1 | zone=east |
        | east-2 | zone=east |
        | west-1 | zone=west |
      When the daemon set "zone-watch" is created with the pod spec:
        """
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector: {matchLabels: {app: zone-watch}}
                topologyKey: zone
        """
      Then the status of "zone-watch" is:
        | desired | current | ready | unavailable |
        | 3       | 3       | 2     | 1           |

  Rule: A pod that must be near pods of another kind waits until they are there
    # Authority: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go satisfyPodAffinity; pkg/scheduler/framework/plugins/interpodaffinity/plugin.go isSchedulableAfterPodChange

    Example: a helper comes with what it helps
      Given the nodes "east-1" and "east-2"
      And the daemon set "database-helper" with the pod spec:
        """
        affinity:
          podAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector: {matchLabels: {app: database}}
                topologyKey: kubernetes.io/hostname
        """
      When the daemon set "database" is created for nodes labelled "kubernetes.io/hostname=east-1"
      Then "database-helper" runs one pod on "east-1"
      But the pod of "database-helper" for "east-2" is pending

  Rule: Of pods that must be near their own kind, the first need not wait
    # Authority: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go satisfyPodAffinity

    Example: one on each machine, and all on the same machine, is too much to ask
      Given the nodes "east-1" and "east-2"
      When the daemon set "cache" is created with the pod spec:
        """
        affinity:
          podAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector: {matchLabels: {app: cache}}
                topologyKey: kubernetes.io/hostname
        """
      Then the status of "cache" is:
        | desired | current | ready | unavailable |
        | 2       | 2       | 1     | 1           |
