Feature: A daemon set for one named node

  Labels are the usual way to choose nodes, but a template can also name a node. There are three ways to do it, and they are not
  the same. The label `kubernetes.io/hostname`, mostly the node's name, and `matchFields` in the affinity leave the rest to the
  scheduler. `nodeName` goes **past** the scheduler: nobody looks whether there is room, until the node itself refuses the pod.
  The daemon set controller looks at taints and selectors all the same, and makes no pod for a node that they rule out.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 4   |
      | east-2 | 4   |

  Rule: The label kubernetes.io/hostname chooses a node like any label
    # Authority: pkg/kubelet/kubelet_node_status.go initialNode; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    Example: one hostname
      When the daemon set "rack-monitor" is created for nodes labelled "kubernetes.io/hostname=east-2"
      Then "rack-monitor" runs one pod on "east-2" and nowhere else

    Example: it is mostly the name of the node, and need not be
      Given the nodes:
        | name   | labels                        |
        | west-1 | kubernetes.io/hostname=rack-7 |
      When the daemon set "rack-monitor" is created for nodes labelled "kubernetes.io/hostname=rack-7"
      Then "rack-monitor" runs one pod on "west-1" and nowhere else

  Rule: matchFields chooses a node by its name, and takes one name a term
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go nodeSelectorRequirementsAsFieldSelector; pkg/apis/core/validation/validation.go ValidateNodeFieldSelectorRequirement

    Example: one name
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchFields:
                    - {key: metadata.name, operator: In, values: [east-2]}
        """
      Then "rack-monitor" runs one pod on "east-2" and nowhere else
      And "east-1" never had a pod of "rack-monitor"

    Example: every name but one
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchFields:
                    - {key: metadata.name, operator: NotIn, values: [east-2]}
        """
      Then "rack-monitor" runs one pod on "east-1" and nowhere else
      And "east-2" never had a pod of "rack-monitor"

    Example: two names in one list are refused
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: rack-monitor}
        spec:
          selector: {matchLabels: {app: rack-monitor}}
          template:
            metadata: {labels: {app: rack-monitor}}
            spec:
              containers: [{name: rack-monitor, image: registry.example.com/rack-monitor:1.0}]
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchFields: [{key: metadata.name, operator: In, values: [east-1, east-2]}]
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        The DaemonSet "rack-monitor" is invalid: spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].values: Required value: must be only one value when `operator` is 'In' or 'NotIn' for node field selector
        """

    Example: two names need two terms
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchFields: [{key: metadata.name, operator: In, values: [east-1]}]
                - matchFields: [{key: metadata.name, operator: In, values: [east-2]}]
        """
      Then "rack-monitor" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a pod too large for the node waits like any other
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        containers:
          - {name: rack-monitor, image: "example.test/rack-monitor:v1", resources: {requests: {cpu: "8"}}}
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchFields:
                    - {key: metadata.name, operator: In, values: [east-2]}
        """
      Then the pod of "rack-monitor" for "east-2" is pending

  Rule: nodeName in the template limits the daemon set to that node
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; recording node-name-in-template

    Example: no other node gets a pod
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-2
        """
      Then "rack-monitor" runs one pod on "east-2" and nowhere else
      And "east-1" never had a pod of "rack-monitor"
      And every pod of "rack-monitor" had a node from the moment it was created

    Example: the status counts one node
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-2
        """
      Then the status of "rack-monitor" is:
        | desired | current | ready | misscheduled |
        | 1       | 1       | 1     | 0            |

    Example: a name that no node has
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-7
        """
      Then no pod of "rack-monitor" was ever created

    Example: a taint on that node keeps the pod away all the same
      Given node "east-2" is tainted "maintenance:NoSchedule"
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-2
        """
      Then no pod of "rack-monitor" was ever created
      And the status of "rack-monitor" is:
        | desired | current |
        | 0       | 0       |

    Example: so does a node selector that it does not meet
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-2
        nodeSelector: {disk: fast}
        """
      Then no pod of "rack-monitor" was ever created

    @needs-steady-control-plane
    Example: nobody looks for room, so the node refuses the pod, and the next one, and the next
      When the daemon set "rack-monitor" is created with the pod spec:
        """
        nodeName: east-2
        containers:
          - {name: rack-monitor, image: "example.test/rack-monitor:v1", resources: {requests: {cpu: "8"}}}
        """
      Then every pod of "rack-monitor" on "east-2" failed with the reason "OutOfcpu"
      And the pod of "rack-monitor" on "east-2" was created again at least 5 times, less and less often
