Feature: How long a rolling update takes

  An update is over when every node that should run the pod has one of the new version, and it is available: then
  `oc rollout status` says that it is rolled out. How long that takes, the budget decides, and how long a pod takes to stop and to
  start. A budget of one on a hundred nodes is a hundred times as long as one node takes.

  @needs-long-waits @needs-container-control
  Rule: Twice the budget is half the time
    # Authority: pkg/controller/daemon/update.go rollingUpdate; staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go DaemonSetStatusViewer

    Scenario Outline: a budget of <budget> on eight nodes, each of which takes a minute
      Given eight nodes
      And version "v2" of "log-agent" takes 1 minute to start
      And the daemon set "log-agent" with:
        | max unavailable | <budget> |
      When the daemon set "log-agent" is updated to version "v2"
      Then the update of "log-agent" took <time>
      And all pods of "log-agent" run version "v2"

      Examples:
        | budget | time                     |
        | 1      | between 8 and 9 minutes  |
        | 2      | between 4 and 5 minutes  |
        | 8      | at most 2 minutes        |
