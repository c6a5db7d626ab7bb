@I20
Feature: Ready is not yet available

  Some programs look fine for a moment and then crash. `minReadySeconds` says how long a pod must have been ready **without a
  break** before it counts as available. An update spends its budget on new pods that are not available, so it waits that long
  at every step. That makes it slow, and it catches the versions that break soon after their start.

  Background:
    Given the nodes "east-1", "east-2" and "east-3"

  Rule: A pod becomes available when it has been ready for so long
    # Authority: pkg/api/v1/pod/util.go IsPodAvailable; pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus; measured: up to a minute
    The controller counts again when the first of them is due. Those that turned ready after it are counted the time after, which
    may be as long again.

    @needs-steady-control-plane
    Example: half a minute between ready and available, or up to a whole one
      When the daemon set "log-agent" is created with:
        | min ready seconds | 30 |
      Then all pods of "log-agent" were ready 29 to 65 seconds before they were available

    Example: meanwhile the status says ready, but not available
      When the daemon set "log-agent" is created with:
        | min ready seconds | 30 |
      Then the status of "log-agent" went through:
        | desired | ready | available | unavailable |
        | 3       | 3     | 0         | 3           |
        | 3       | 3     | 3         | 0           |

    Example: without it, ready is available
      When the daemon set "log-agent" is created
      Then all pods of "log-agent" were ready about 0 seconds before they were available

  Rule: A rolling update waits for it whenever its budget is used up
    # Authority: pkg/controller/daemon/update.go rollingUpdate; recording min-ready-seconds-slows-rollout; kubernetes#77203

    @needs-steady-control-plane @needs-long-waits
    Example: with a budget of one, half a minute at every node
      Given the daemon set "log-agent" with:
        | min ready seconds | 30 |
      When the daemon set "log-agent" is updated to version "v2"
      Then the new pods of "log-agent" came at least 30 seconds apart
      And at no time were more than one pod of "log-agent" unavailable
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"

    Example: with a budget of all nodes it has nothing to wait for
      Given the daemon set "log-agent" with:
        | min ready seconds | 30   |
        | max unavailable   | 100% |
      When the daemon set "log-agent" is updated to version "v2"
      Then three pods of "log-agent" were unavailable at the same time, and never more
      And the pods of "log-agent" on "east-1", "east-2" and "east-3" run version "v2"

  @needs-container-control
  Rule: It catches a version that breaks soon after its start
    # Authority: pkg/controller/daemon/update.go rollingUpdate; pkg/api/v1/pod/util.go IsPodAvailable

    Background:
      Given version "v2" of "log-agent" fails 5 seconds after its start

    Example: with minReadySeconds it gets no further than the first node
      Given the daemon set "log-agent" with:
        | min ready seconds | 30 |
      When the daemon set "log-agent" is updated to version "v2"
      Then one pod of "log-agent" was unavailable, and never more
      And the status of "log-agent" is:
        | desired | available | unavailable |
        | 3       | 2         | 1           |

    Example: without it, it passes for good and ruins every node
      Given the daemon set "log-agent"
      When the daemon set "log-agent" is updated to version "v2"
      Then the pods of "log-agent" on "east-1", "east-2" and "east-3" were replaced
