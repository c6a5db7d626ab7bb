Feature: A daemon pod needs room on its node

  A pod says how much processor time and memory it *requests*; a node has so much to give, and takes only so many pods. For an
  ordinary pod the scheduler looks for a node with room. A daemon pod has only **one** node it can go to: if that is full, it
  waits, and no other node is tried. So a cluster that is half empty can still have daemon pods that wait. A pod that requests
  nothing still takes one of the places that a node has for pods. And many that seem to request nothing do: a limit counts as a
  request, and a LimitRange in the project may fill in what is missing.

  Rule: Among pods that matter the same, what is requested must be free
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest; recording no-room

    Background:
      Given the nodes:
        | name   | cpu |
        | east-1 | 2   |
        | east-2 | 8   |

    Example: exactly enough is enough
      When the daemon set "indexer" is created with:
        | cpu | 2 |
      Then "indexer" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: too much for one node, and there is plenty on the other
      When the daemon set "indexer" is created with:
        | cpu | 2500m |
      Then "indexer" runs one pod on "east-2"
      But the pod of "indexer" for "east-1" is pending

    Example: the status counts the waiting pod: it is there, but not available
      When the daemon set "indexer" is created with:
        | cpu | 2500m |
      Then the status of "indexer" is:
        | desired | current | ready | unavailable | misscheduled |
        | 2       | 2       | 1     | 1           | 0            |

    Example: a second daemon set finds too little left
      Given the daemon set "indexer" with:
        | cpu | 1500m |
      When the daemon set "log-agent" is created with:
        | cpu | 1 |
      Then "log-agent" runs one pod on "east-2"
      But the pod of "log-agent" for "east-1" is pending
      And the pods of "indexer" on "east-1" and "east-2" were not replaced

    Example: a pod that requests nothing needs no processor time to be free
      Given the daemon set "indexer" with:
        | cpu | 2 |
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: a limit without a request is a request of as much
      When the daemon set "indexer" is created with the pod spec:
        """
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {limits: {cpu: 2500m}}}
        """
      Then "indexer" runs one pod on "east-2"
      But the pod of "indexer" for "east-1" is pending

  Rule: When room is made, the waiting pod takes it
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    Background:
      Given the nodes:
        | name   | cpu |
        | east-1 | 2   |
      And the daemon set "indexer" with:
        | cpu | 2 |
      And the daemon set "log-agent" with:
        | cpu | 1 |

    Example: the other daemon set is deleted
      When the daemon set "indexer" is deleted
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And the pod of "log-agent" on "east-1" was never replaced

    @needs-long-waits
    Example: until then it waits, and is not created again and again
      When 24 hours pass
      Then the pod of "log-agent" for "east-1" is pending
      And the pod of "log-agent" for "east-1" was never replaced

  Rule: A node takes only so many pods
    # Authority: pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest

    @needs-steady-control-plane
    Example: the node is full, whatever the pods request
      Given the nodes:
        | name   | pods |
        | east-1 | 2    |
      And the daemon set "log-agent"
      And the daemon set "node-metrics"
      When the daemon set "cache" is created
      Then the pod of "cache" for "east-1" is pending
      And the events of "cache" include:
        | type    | reason           | from              | message                                     |
        | Warning | FailedScheduling | default-scheduler | 0/1 nodes are available: 1 Too many pods. … |
