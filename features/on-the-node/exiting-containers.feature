@I22 @needs-container-control
Feature: A program that exits is started again in its pod

  People see a daemon pod that "restarts" and look for what deletes it. Nothing does: the pod stays, and the kubelet of its node starts the **container** again,
  whatever it exited with. If that happens time after time, the kubelet waits longer and longer: `CrashLoopBackOff`. The daemon set has no part in it, and makes no
  other pod. It only sees that the pod is not ready.

  Background:
    Given the node "east-1"

  Rule: The container is started again, and the pod stays
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions; pkg/api/v1/pod/util.go ContainerShouldRestart

    Scenario Outline: it exits with code <code>
      Given the daemon set "log-agent"
      When the container of "log-agent" on "east-1" exits with code <code>
      Then the container of "log-agent" on "east-1" restarted 1 time
      And the pod of "log-agent" on "east-1" is ready
      And the pod of "log-agent" on "east-1" was not replaced

      Examples:
        | code |
        | 0    |
        | 1    |

    @needs-long-waits
    Example: over and over again
      Given version "v1" of "log-agent" fails 1 second after its start
      And the daemon set "log-agent"
      When 1 hour passes
      Then the pod of "log-agent" on "east-1" was never replaced

    Example: how it ended last can be read
      Given the daemon set "log-agent"
      And the container of "log-agent" on "east-1" exits with code 3
      When I run "oc describe pod <pod of log-agent on east-1>"
      Then it prints, among other lines:
        """
            Last State:     Terminated
              Reason:       Error
              Exit Code:    3
        """

  Rule: From the second time on it has to wait, longer and longer
    # Authority: pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff; pkg/kubelet/kubelet.go newCrashLoopBackOff
    Ten seconds first, then twice as long each time, up to five minutes.

    Background:
      Given version "v1" of "log-agent" fails 1 second after its start
      And the daemon set "log-agent"

    Example: the first time it is started again at once
      When 1 second passes
      Then the container of "log-agent" on "east-1" restarted 1 time
      And the pod of "log-agent" on "east-1" is listed as CrashLoopBackOff

    @needs-long-waits
    Scenario Outline: after <time> it was started again <times> times
      When <time> pass
      Then the container of "log-agent" on "east-1" restarted <times> times

      Examples:
        | time       | times |
        | 12 seconds | 2     |
        | 34 seconds | 3     |
        | 5 minutes  | 5     |
        | 30 minutes | 10    |

    @needs-long-waits
    Example: the pod is running, and not ready
      When 5 minutes pass
      Then the pod of "log-agent" on "east-1" is not ready
      And the status of "log-agent" is:
        | desired | current | ready | unavailable |
        | 1       | 1       | 0     | 1           |

    @needs-long-waits
    Example: events count it
      When 5 minutes pass
      Then the events of "log-agent" include:
        | type    | reason  | from    | message                                                |
        | Warning | BackOff | kubelet | Back-off restarting failed container log-agent in pod… |
        | Normal  | Started | kubelet | Container started                                      |

  @needs-long-waits
  Rule: A container that has run for ten minutes starts over
    # Authority: pkg/kubelet/kubelet.go newCrashLoopBackOff; staging/src/k8s.io/client-go/util/flowcontrol/backoff.go IsInBackOffSince

    Example: it exits every eleven minutes, and never has to wait
      Given version "v1" of "log-agent" fails 11 minutes after its start
      And the daemon set "log-agent"
      When 2 hours pass
      Then the container of "log-agent" on "east-1" restarted 10 times

  Rule: An ordinary pod may say that it is not to be started again
    # Authority: pkg/kubelet/kubelet_pods.go getPhase; pkg/api/v1/pod/util.go ContainerShouldRestart
    Daemon pods may not. There is no other `restartPolicy` for them than Always.

    Scenario Outline: restart policy <policy>, exit code <code>
      Given the pod "report-job" with:
        | restart policy | <policy> |
      When the container of the pod "report-job" exits with code <code>
      Then the pod "report-job" is listed as <status>

      Examples:
        | policy    | code | status    |
        | Never     | 0    | Completed |
        | Never     | 1    | Error     |
        | OnFailure | 0    | Completed |
        | OnFailure | 1    | Running   |
