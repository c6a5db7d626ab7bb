@D01
Feature: A daemon set keeps one pod on every node

  Some programs belong on every machine of a cluster: the one that collects logs, the one that measures, the one that
  attaches disks. A **daemon set** promises just that. You do not say *how many* pods you want; the number of nodes does.

  Rule: Every node runs exactly one pod

    @K01
    Example: three nodes, three pods
      Given the nodes "east-1", "east-2" and "west-1"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else

    Example: ten nodes, ten pods
      Given ten nodes
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on every node and nowhere else
      And all pods of "log-agent" are ready

    Example: a large node gets no second pod
      Given the nodes:
        | name  | cpu |
        | small | 2   |
        | large | 64  |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "small" and "large" and nowhere else

    @K01
    Example: a deleted pod comes back on the same node
      Given the nodes "east-1", "east-2" and "west-1"
      And the daemon set "log-agent"
      When the pod of "log-agent" on "east-2" is deleted
      Then "log-agent" runs one pod on each of "east-1", "east-2" and "west-1" and nowhere else
      And the pod of "log-agent" on "east-2" was replaced
      But the pods of "log-agent" on "east-1" and "west-1" were not replaced

    Example: a pod that nobody looks after does not come back
      Given the nodes "east-1" and "east-2"
      And the pod "report-job"
      When the pod "report-job" is deleted
      Then there is no pod "report-job" any more

    Example: two daemon sets share every node
      Given the nodes "east-1" and "west-1"
      And the daemon set "log-agent"
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on each of "east-1" and "west-1" and nowhere else
      And the pods of "log-agent" on "east-1" and "west-1" were not replaced

  Rule: A daemon set can be limited to some nodes

    Example: only the nodes it selects
      Given the nodes:
        | name   | labels      |
        | east-1 | role=worker |
        | east-2 | role=worker |
        | infra  | role=infra  |
      When the daemon set "log-agent" is created for nodes labelled "role=worker"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And "infra" never had a pod of "log-agent"

    Example: three of five nodes carry the label
      Given 3 nodes labelled "gpu=yes"
      And 2 nodes
      When the daemon set "gpu-agent" is created for nodes labelled "gpu=yes"
      Then "gpu-agent" runs one pod on every node labelled "gpu=yes" and nowhere else

    Example: no node is selected, so no pod is listed
      Given 2 nodes
      And the daemon set "gpu-agent" for nodes labelled "gpu=yes"
      When I run "oc get pods -o name"
      Then it prints nothing

    Example: no node is selected, so there is no pod and nothing is missing
      Given the nodes "east-1" and "east-2"
      When the daemon set "gpu-agent" is created for nodes labelled "gpu=yes"
      Then no pod of "gpu-agent" was ever created
      And the status of "gpu-agent" is:
        | desired | current | unavailable |
        | 0       | 0       | 0           |
