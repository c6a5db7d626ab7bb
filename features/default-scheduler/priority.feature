@D09
Feature: Important daemon pods make room for themselves

  On a full node somebody has to go without. Pods carry a *priority* for that: a pod that matters more may push out one that
  matters less. When the controller bound daemon pods itself, it did not look at priorities at all. Now the default
  scheduler decides, and it does.

  Background:
    Given the nodes:
      | name   | cpu |
      | east-1 | 2   |
    And the priority class "urgent" with value 1000

  @needs-legacy-scheduling
  Rule: Once, priority did not help a daemon pod
    # Authority: kubernetes 1.11 pkg/controller/daemon/daemon_controller.go nodeShouldRunDaemonPod

    Example: an unimportant pod keeps the node, the important daemon pod gets none
      Given a cluster that still binds daemon pods in the controller
      And the pod "report-job" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | urgent |
      Then the pod "report-job" still runs on "east-1"
      And the status of "log-agent" is:
        | desired | current | ready |
        | 1       | 0       | 0     |

  @I15
  Rule: Today a daemon pod may push out pods of lower priority whose room it needs
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode; recording higher-priority-preempts

    Example: the less important pod goes
      Given the pod "report-job" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | urgent |
      Then "log-agent" runs one pod on "east-1"
      And there is no pod "report-job" any more

    Example: a pod that leaves room is left in peace
      Given the pod "report-job" with:
        | cpu | 1 |
      When the daemon set "log-agent" is created with:
        | cpu            | 1      |
        | priority class | urgent |
      Then "log-agent" runs one pod on "east-1"
      And the pod "report-job" still runs on "east-1"

  @I15
  Rule: With equal priority the daemon pod waits
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go isPreemptionAllowed; kubernetes#140984

    Example: the node is full of equals
      Given the pod "report-job" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created with:
        | cpu | 1 |
      Then the pod of "log-agent" for "east-1" is pending
      And the pod "report-job" still runs on "east-1"
