@needs-container-control
Feature: Probes decide when a pod is ready

  A daemon set counts its pods as ready, and a rolling update goes on, when the kubelet says that they are. Without a probe that is as soon as the container runs.
  With a **readiness probe** it is when the probe has succeeded. So the numbers in a probe decide how long an update takes on every node.

  Background:
    Given the node "east-1"

  Rule: A container without probes is ready as soon as it runs
    # Authority: pkg/kubelet/prober/prober_manager.go UpdatePodStatus

    Example: a container that starts in a second
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" was ready 1 second after its creation

  Rule: With a readiness probe it is ready when that has succeeded
    # Authority: pkg/kubelet/prober/worker.go doProbe; pkg/kubelet/prober/prober_manager.go UpdatePodStatus
    It is asked at once when the container runs, and then once in each period; answers before the initial delay is over do not count.

    Scenario Outline: <what>
      When the daemon set "log-agent" is created with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          readinessProbe: {httpGet: {port: 8080}, <numbers>}
        """
      Then the pod of "log-agent" on "east-1" was ready <time> after its creation

      Examples:
        | what                                            | numbers                                    | time       |
        | at once, if it succeeds                         | periodSeconds: 10                          | 1 second   |
        | at the first period after the initial delay     | periodSeconds: 10, initialDelaySeconds: 15 | 21 seconds |
        | after as many successes as are asked for        | periodSeconds: 10, successThreshold: 3     | 21 seconds |

    Example: it succeeds only half a minute after the start
      Given the readiness probe of version "1.0" of "log-agent" succeeds from 30 seconds after its start on
      When the daemon set "log-agent" is created with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          readinessProbe: {httpGet: {port: 8080}, periodSeconds: 20}
        """
      Then the pod of "log-agent" on "east-1" was ready 41 seconds after its creation

    @needs-long-waits
    Example: it fails later on, three times in a row
      Given the readiness probe of version "1.0" of "log-agent" fails from 1 minute after its start on
      And the daemon set "log-agent" with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          readinessProbe: {httpGet: {port: 8080}}
        """
      When 2 minutes pass
      Then the pod of "log-agent" on "east-1" is not ready
      But the pod of "log-agent" on "east-1" was never replaced
      And the container of "log-agent" on "east-1" restarted no times

  Rule: Until its startup probe has succeeded, a container is asked nothing else
    # Authority: pkg/kubelet/prober/worker.go doProbe

    @needs-long-waits
    Example: the readiness probe waits for it
      Given the startup probe of version "1.0" of "log-agent" succeeds from 1 minute after its start on
      When the daemon set "log-agent" is created with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          startupProbe: {httpGet: {port: 8080}, periodSeconds: 10, failureThreshold: 30}
          readinessProbe: {httpGet: {port: 8080}}
        """
      Then the pod of "log-agent" on "east-1" was ready 70 seconds after its creation

  Rule: A container that fails its liveness probe is stopped, and started again in the same pod
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions; pkg/kubelet/prober/worker.go doProbe

    Background:
      Given the liveness probe of version "1.0" of "log-agent" fails from 1 minute after its start on
      And the daemon set "log-agent" with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          livenessProbe: {httpGet: {port: 8080}}
        """

    @needs-long-waits
    Example: it is the same pod
      When 2 minutes pass
      Then the container of "log-agent" on "east-1" restarted 1 time
      And the pod of "log-agent" on "east-1" was never replaced

    @needs-long-waits
    Example: events tell why
      When 2 minutes pass
      Then the events of "log-agent" include:
        | type    | reason    | from    | message                                                        |
        | Warning | Unhealthy | kubelet | Liveness probe failed: HTTP probe failed with statuscode: 503  |
        | Normal  | Killing   | kubelet | Container log-agent failed liveness probe, will be restarted   |
