Feature: Spreading pods evenly, where there is one on every node anyway

  With *topology spread constraints* a template says how evenly its pods are to be spread over zones, or over other labels of nodes. For ordinary pods that
  decides where they go. A daemon pod can go to one node only, and for that very reason **the constraint does nothing as it is usually written**: only the nodes
  that the pod may go to are compared, and that is one. Whoever has all nodes compared instead gets pods that wait.

  Background:
    Given the nodes:
      | name   | labels    |
      | east-1 | zone=east |
      | east-2 | zone=east |
      | east-3 | zone=east |
      | west-1 | zone=west |

  Rule: As it is usually written, a daemon set may as well leave the constraint away
    # Authority: pkg/scheduler/framework/plugins/podtopologyspread/common.go matchNodeInclusionPolicies, filterTopologySpreadConstraints; pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity

    Example: three in one zone and one in the other, though the difference may be one
      When the daemon set "log-agent" is created with the pod spec:
        """
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: {matchLabels: {app: log-agent}}
        """
      Then "log-agent" runs one pod on every node

  Rule: A node without the label that the constraint names gets no pod
    # Authority: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go Filter

    @needs-steady-control-plane
    Example: a new node belongs to no zone yet
      Given the daemon set "log-agent" with the pod spec:
        """
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: {matchLabels: {app: log-agent}}
        """
      When node "north-1" joins
      Then the pod of "log-agent" for "north-1" is pending
      And the events of "log-agent" include:
        | type    | reason           | from              | message                                                                                                                                                                                      |
        | Warning | FailedScheduling | default-scheduler | 0/5 nodes are available: 1 node(s) didn't match pod topology spread constraints (missing required label), 4 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: … |

    Example: it is given a zone
      Given the daemon set "log-agent" with the pod spec:
        """
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: {matchLabels: {app: log-agent}}
        """
      And node "north-1" joins
      When node "north-1" is labelled "zone=north"
      Then "log-agent" runs one pod on every node

  Rule: With nodeAffinityPolicy Ignore all nodes are compared, and pods wait where their zone has more
    # Authority: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go calPreFilterState, Filter

    Background:
      Given the daemon set "log-agent" with the pod spec:
        """
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: zone
            whenUnsatisfiable: DoNotSchedule
            nodeAffinityPolicy: Ignore
            labelSelector: {matchLabels: {app: log-agent}}
        """

    @needs-steady-control-plane
    Example: the west has one, so the east may have two
      When 1 minute passes
      Then the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 4       | 4       | 3     | 1           |

    Example: a second node in the west makes room in the east
      When node "west-2" joins, labelled "zone=west"
      Then "log-agent" runs one pod on every node

    Example: without the west there is nothing to compare with
      When node "west-1" is removed
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "east-3" and nowhere else

  Rule: Who only prefers an even spread is never kept waiting
    # Authority: pkg/scheduler/framework/plugins/podtopologyspread/plugin.go getConstraints

    Example: ScheduleAnyway
      When the daemon set "log-agent" is created with the pod spec:
        """
        topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: zone
            whenUnsatisfiable: ScheduleAnyway
            nodeAffinityPolicy: Ignore
            labelSelector: {matchLabels: {app: log-agent}}
        """
      Then "log-agent" runs one pod on every node
