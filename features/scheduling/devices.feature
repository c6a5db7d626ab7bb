@I28
Feature: What a node does not list, it does not have

  Beside processor time and memory a node may have more to give: devices such as GPUs, which a *device plugin* reports, huge pages, and scratch space on
  its disk. What it has stands in its status. Of what is **not listed there it has none**; nothing is taken to be unlimited. So a GPU agent waits on a
  node whose device plugin has not started yet, and the daemon set that brings the plugin has to come first. The daemon set controller does not look at any of this: it
  wants its pod on every node.

  Rule: A pod that asks for a device waits where no such device is listed
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest

    Background:
      Given the nodes:
        | name  | nvidia.com/gpu |
        | gpu-1 | 2              |
        | web-1 |                |

    Example: the agent runs on the node with GPUs, and waits on the other
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        containers:
          - {name: gpu-agent, image: "example.test/gpu-agent:v1", resources: {limits: {nvidia.com/gpu: 1}}}
        """
      Then "gpu-agent" runs one pod on "gpu-1"
      But the pod of "gpu-agent" for "web-1" is pending
      And the status of "gpu-agent" is:
        | desired | current | ready | unavailable |
        | 2       | 2       | 1     | 1           |

    @needs-steady-control-plane
    Example: the scheduler says what is missing
      When the daemon set "gpu-agent" is created with the pod spec:
        """
        containers:
          - {name: gpu-agent, image: "example.test/gpu-agent:v1", resources: {limits: {nvidia.com/gpu: 1}}}
        """
      Then the events of "gpu-agent" include:
        | type    | reason           | from              | message                                                                                                                                                    |
        | Warning | FailedScheduling | default-scheduler | 0/2 nodes are available: 1 Insufficient nvidia.com/gpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity]. no new claims to deallocate, preemption: … |

    Example: two GPUs are enough for one of two agents that want two
      Given the daemon set "gpu-agent" with the pod spec:
        """
        containers:
          - {name: gpu-agent, image: "example.test/gpu-agent:v1", resources: {limits: {nvidia.com/gpu: 2}}}
        """
      When the daemon set "trainer" is created with the pod spec:
        """
        nodeSelector: {kubernetes.io/hostname: gpu-1}
        containers:
          - {name: trainer, image: "example.test/trainer:v1", resources: {limits: {nvidia.com/gpu: 2}}}
        """
      Then the pod of "trainer" for "gpu-1" is pending
      And the pod of "gpu-agent" on "gpu-1" was not replaced

    Example: a pod that asks for no GPU runs anywhere
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "gpu-1" and "web-1" and nowhere else

  Rule: When the node comes to list the device, the waiting pod starts
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go isSchedulableAfterNodeChange

    Example: the device plugin reports a GPU
      Given the node "gpu-1"
      And the daemon set "gpu-agent" with the pod spec:
        """
        containers:
          - {name: gpu-agent, image: "example.test/gpu-agent:v1", resources: {limits: {nvidia.com/gpu: 1}}}
        """
      When I run "oc patch node gpu-1 --subresource=status -p '{status: {capacity: {nvidia.com/gpu: '1'}, allocatable: {nvidia.com/gpu: '1'}}}'"
      Then "gpu-agent" runs one pod on "gpu-1" and nowhere else
      And the pod of "gpu-agent" on "gpu-1" was never replaced

  Rule: Huge pages and scratch space are counted in the same way
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest; staging/src/k8s.io/kube-scheduler/framework/types.go Resource

    Scenario Outline: a pod asks for <what>
      Given the nodes:
        | name   | hugepages-2Mi | ephemeral-storage |
        | east-1 | 8Mi           | 100Gi             |
        | east-2 | 0             | 1Gi               |
      When the daemon set "cache" is created with the pod spec:
        """
        containers:
          - name: cache
            image: example.test/cache:v1
            resources: {requests: {memory: 64Mi, <resource>: <amount>}, limits: {memory: 64Mi, <resource>: <amount>}}
        """
      Then "cache" runs one pod on "east-1"
      But the pod of "cache" for "east-2" is pending

      Examples:
        | what                           | resource          | amount |
        | huge pages                     | hugepages-2Mi     | 8Mi    |
        | scratch space on the node disk | ephemeral-storage | 10Gi   |
