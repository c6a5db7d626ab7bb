@I27
Feature: Daemon pods of a runtime class

  A **runtime class** is a way to run containers: with the driver of a graphics card, say, or in a small virtual machine. The template names it. The class
  itself is an object of the cluster, often made by an operator that is installed later. It may add to every pod what running it costs, and say on which
  nodes it is to be had. The daemon set knows nothing of that: it goes by its own template.

  Background:
    Given the nodes:
      | name       | labels  | cpu |
      | gpu-node-1 | gpu=yes | 2   |
      | east-1     |         | 2   |
    And the file "nvidia.yaml":
      """
      apiVersion: node.k8s.io/v1
      kind: RuntimeClass
      metadata: {name: nvidia}
      handler: nvidia
      overhead: {podFixed: {cpu: 500m}}
      scheduling:
        nodeSelector: {gpu: "yes"}
        tolerations: [{key: gpu, operator: Exists}]
      """

  Rule: Pods of a class that there is not are refused
    # Authority: plugin/pkg/admission/runtimeclass/admission.go prepareObjects; measured

    @needs-steady-control-plane
    Example: the driver is not installed yet
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        """
      Then no pod of "gpu-agent" was ever created
      And the events of "gpu-agent" include:
        | type    | reason       | from                 | message                                                                                       |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods "gpu-agent-" is forbidden: pod rejected: RuntimeClass "nvidia" not found |

    @needs-long-waits
    Example: once it is, the pods come
      Given the daemon set "gpu-agent" with the pod spec:
        """
        runtimeClassName: nvidia
        """
      And I run "oc create -f nvidia.yaml"
      When 20 minutes pass
      Then "gpu-agent" runs one pod on "gpu-node-1"

  Rule: The class adds its nodes to what the pods ask for, and the daemon set does not know
    # Authority: plugin/pkg/admission/runtimeclass/admission.go setScheduling; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; measured

    Example: a pod waits where the class is not to be had
      Given I run "oc create -f nvidia.yaml"
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        """
      Then "gpu-agent" runs one pod on "gpu-node-1"
      And the pod of "gpu-agent" for "east-1" is pending
      And the status of "gpu-agent" is:
        | desired | current | ready |
        | 2       | 2       | 1     |

    Example: a template that asks for the same nodes leaves none waiting
      Given I run "oc create -f nvidia.yaml"
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        nodeSelector: {gpu: "yes"}
        """
      Then the status of "gpu-agent" is:
        | desired | current | ready |
        | 1       | 1       | 1     |

    @needs-steady-control-plane
    Example: one that contradicts the class has all its pods refused
      Given I run "oc create -f nvidia.yaml"
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        nodeSelector: {gpu: "no"}
        """
      Then no pod of "gpu-agent" was ever created

  Rule: What the class tolerates brings no daemon pod to a tainted node
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; plugin/pkg/admission/runtimeclass/admission.go setScheduling
    Its tolerations are written into pods when they are created. The daemon set goes by its template, and creates none there.

    Background:
      Given I run "oc create -f nvidia.yaml"
      And node "gpu-node-1" is tainted "gpu=yes:NoSchedule"

    Example: the class tolerates the taint, and the template does not
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        nodeSelector: {gpu: "yes"}
        """
      Then no pod of "gpu-agent" was ever created

    Example: a template that tolerates it, too
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        runtimeClassName: nvidia
        nodeSelector: {gpu: "yes"}
        tolerations: [{key: gpu, operator: Exists}]
        """
      Then "gpu-agent" runs one pod on "gpu-node-1"

  Rule: What running the class costs counts as taken on the node
    # Authority: plugin/pkg/admission/runtimeclass/admission.go setOverhead; staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests; measured

    Background:
      Given I run "oc create -f nvidia.yaml"
      And the file "gpu-agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: gpu-agent}
        spec:
          selector: {matchLabels: {app: gpu-agent}}
          template:
            metadata: {labels: {app: gpu-agent}}
            spec:
              runtimeClassName: nvidia
              nodeSelector: {gpu: "yes"}
              containers:
              - name: agent
                image: example.com/gpu-agent:v1
                resources: {requests: {cpu: 1800m}}
        """

    Example: 1.8 cores and half a core more are too much for a node of two
      When I run "oc create -f gpu-agent.yaml"
      Then the pod of "gpu-agent" for "gpu-node-1" is pending

    Example: a class that costs nothing leaves room for them
      Given the file "plain.yaml":
        """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: nvidia}
        handler: nvidia
        """
      And I run "oc delete runtimeclass nvidia"
      And I run "oc create -f plain.yaml"
      When I run "oc create -f gpu-agent.yaml"
      Then "gpu-agent" runs one pod on "gpu-node-1"
