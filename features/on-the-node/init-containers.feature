@needs-container-control
Feature: Init containers come first, one after the other

  Agents prepare their node before they run: they load a kernel module, copy a plugin, wait for a server. Such steps are **init containers**. A *sidecar* is an init
  container that is not waited for to end: it only has to have started. A pod that is stuck in its preparation is scheduled, counts as current, and is not ready.

  Background:
    Given the node "east-1"

  Rule: The next one starts when the one before has ended well
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_container.go computeInitContainerActions

    Background:
      Given the file "agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              initContainers:
              - {name: load-module, image: "registry.example.com/load-module:1.0"}
              - {name: copy-plugin, image: "registry.example.com/copy-plugin:1.0"}
              containers:
              - {name: agent, image: "registry.example.com/agent:1.0"}
        """

    Example: each starts in a second and runs for one, and then the agent starts
      When I run "oc create -f agent.yaml"
      Then the pod of "agent" on "east-1" was ready 5 seconds after its creation

    Example: the second one takes ten minutes
      Given version "1.0" of "copy-plugin" exits with code 0 10 minutes after its start
      And I run "oc create -f agent.yaml"
      When 1 second passes
      Then the pod of "agent" on "east-1" is listed as Init:1/2

    Example: one that fails is tried again, and the agent does not start
      Given version "1.0" of "load-module" fails 1 second after its start
      When I run "oc create -f agent.yaml"
      Then the pod of "agent" on "east-1" is listed as Init:CrashLoopBackOff
      And the status of "agent" is:
        | desired | current | ready |
        | 1       | 1       | 0     |

  Rule: A sidecar only has to have started
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_container.go computeInitContainerActions; pkg/kubelet/status/generate.go GenerateContainersReadyCondition

    Background:
      Given the file "agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              initContainers:
              - name: proxy
                image: registry.example.com/proxy:1.0
                restartPolicy: Always
                startupProbe: {httpGet: {port: 8080}, periodSeconds: 5}
              containers:
              - {name: agent, image: "registry.example.com/agent:1.0"}
        """

    Example: the agent starts a second after the probe has succeeded
      When I run "oc create -f agent.yaml"
      Then the pod of "agent" on "east-1" was ready 6 seconds after its creation

    Example: one that does not start holds up the agent
      Given the startup probe of version "1.0" of "proxy" always fails
      When I run "oc create -f agent.yaml"
      Then the pod of "agent" on "east-1" is not ready
