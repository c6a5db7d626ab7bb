@I04
Feature: Surge and host ports do not go together

  A pod can ask for a port of its node, and only one pod of a node can have it. With surge the new pod is to run beside the old one,
  which holds the port until the new one is available. Neither gives way. The API server sees no harm in such a daemon set; the
  first update then never ends.

  Background:
    Given the node "east-1"

  Rule: The daemon set is accepted, and runs until its first update

    Example: nobody objects
      When the daemon set "node-metrics" is created with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |
      Then "node-metrics" runs one pod on "east-1"

  Rule: The new pod never fits

    Background:
      Given the daemon set "node-metrics" with:
        | host port       | 9100 |
        | max unavailable | 0    |
        | max surge       | 1    |

    @needs-steady-control-plane
    Example: it waits for a port that the old pod holds
      When the daemon set "node-metrics" is updated to version "v2"
      Then a new pod of "node-metrics" waits beside the old one on "east-1"
      And the events of "node-metrics" include:
        | type    | reason           | from              | message                                                                                  |
        | Warning | FailedScheduling | default-scheduler | 0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports. … |

    @needs-virtual-time
    Example: a day later it still waits
      Given the daemon set "node-metrics" is updated to version "v2"
      When 24 hours pass
      Then a new pod of "node-metrics" waits beside the old one on "east-1"
      And every node had an available pod of "node-metrics" all the time

    Example: the way out is an update with a gap
      Given the daemon set "node-metrics" is updated to version "v2"
      When I run:
        """
        oc patch daemonset node-metrics -p '{"spec": {"updateStrategy": {"rollingUpdate": {"maxSurge": 0, "maxUnavailable": 1}}}}'
        """
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"

  Rule: Without surge the old pod goes first and gives its port free

    Example: the same daemon set, with a gap
      Given the daemon set "node-metrics" with:
        | host port | 9100 |
      When the daemon set "node-metrics" is updated to version "v2"
      Then "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "node-metrics" on "east-1" runs version "v2"
