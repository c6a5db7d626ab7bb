Feature: Each daemon pod asks for its own node

  The daemon set controller decides *which* nodes get a pod; the default scheduler puts the pods there. So that each pod ends up
  on the node it was made for, the controller writes a **node affinity** into it: "only the node of this name". The template you
  wrote stays as you wrote it.

  Background:
    Given the nodes:
      | name   | labels                 |
      | east-1 | region=east, disk=ssd  |
      | east-2 | region=east, disk=slow |
      | west-1 | region=west, disk=ssd  |

  @D10
  Rule: Unless the template says otherwise, the controller names the node in an affinity, and the default scheduler binds the pod
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodes; pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; recording affinity-by-field

    Example: a new pod carries the name of its node as an affinity, not as an assignment
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" was created with:
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
      And the pod of "log-agent" on "east-1" contains:
        """
        spec:
          nodeName: east-1
        """

    @needs-steady-control-plane
    Example: it is the default scheduler that assigns the node
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | type   | reason    | from              | message                                              |
        | Normal | Scheduled | default-scheduler | Successfully assigned demo/log-agent-… to east-1 |
        | Normal | Scheduled | default-scheduler | Successfully assigned demo/log-agent-… to west-1 |

    Example: a template that names a node itself leaves the scheduler nothing to do
      When the daemon set "log-agent" is created with the pod spec:
        """
        nodeName: east-2
        """
      Then "log-agent" runs one pod on "east-2" and nowhere else
      And every pod of "log-agent" had a node from the moment it was created

    Example: a template that names another scheduler leaves its pods to that one
      When the daemon set "log-agent" is created with the pod spec:
        """
        schedulerName: night-shift
        """
      Then the status of "log-agent" is:
        | desired | current | ready |
        | 3       | 3       | 0     |
      And the pod of "log-agent" for "east-1" contains:
        """
        spec: {nodeName: null, schedulerName: night-shift}
        """

    @needs-legacy-scheduling
    Example: before, the controller assigned the node itself and wrote no affinity
      Given a cluster that still binds daemon pods in the controller
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" was created with:
        """
        spec:
          nodeName: east-1
          affinity: null
        """

  @D11
  Rule: A required node affinity in the template is replaced in the pods
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: the pod only asks for its node, yet what it had asked for decides which nodes get a pod
      When the daemon set "log-agent" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - {key: region, operator: In, values: [east]}
        """
      Then the pod of "log-agent" on "east-1" contains:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions: null
                    matchFields:
                      - {key: metadata.name, operator: In, values: [east-1]}
        """
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And "west-1" never had a pod of "log-agent"

  @D11
  Rule: A preferred node affinity in the template is kept in the pods
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity

    Example: what is only preferred stays beside the name of the node, and keeps no node from getting its pod
      When the daemon set "log-agent" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 10
                preference:
                  matchExpressions:
                    - {key: disk, operator: In, values: [ssd]}
        """
      Then the pod of "log-agent" on "east-2" contains:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchFields:
                      - {key: metadata.name, operator: In, values: [east-2]}
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 10
                  preference:
                    matchExpressions:
                      - {key: disk, operator: In, values: [ssd]}
        """
      And "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

  @D12
  Rule: The controller never touches the template of the daemon set
    # Authority: pkg/controller/daemon/util/daemonset_util.go CreatePodTemplate

    Example: pods are created with additions of which the template knows nothing
      When the daemon set "log-agent" is created
      Then the template of "log-agent" was never changed
      And the daemon set "log-agent" contains:
        """
        metadata: {generation: 1}
        spec:
          template:
            spec:
              affinity: null
              tolerations: null
              nodeName: null
        """

    Example: not when pods are replaced either
      Given the daemon set "log-agent"
      When the pods of "log-agent" on "east-1" and "west-1" are deleted
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And the template of "log-agent" was never changed

    @needs-node-control
    Example: not when nodes come
      Given the daemon set "log-agent"
      When node "west-2" joins
      Then "log-agent" runs one pod on "west-2"
      And the template of "log-agent" was never changed
