@I32
Feature: What a pod with several containers asks for

  The scheduler adds up what the containers of a pod request. *Init containers* run one after the other before the rest, so only the largest of them counts, and only if it
  is more than all that comes after. A **sidecar** is an init container with `restartPolicy: Always`: it starts in its turn and then stays, beside every init container
  that follows and beside the containers of the pod. So the order of the list decides what the pod asks for, and whether it fits.

  Background:
    Given the nodes:
      | name   | cpu   |
      | east-1 | 1200m |

  Rule: A sidecar counts beside the init containers that come after it, not beside those before it
    # Authority: staging/src/k8s.io/component-helpers/resource/helpers.go AggregateContainerRequests; kubernetes#127868

    Example: first 1000m to set up, then a sidecar: the most at a time is 1000m, and it fits
      When the daemon set "log-agent" is created with the pod spec:
        """
        initContainers:
          - {name: set-up, image: "example.test/set-up:v1", resources: {requests: {cpu: 1000m}}}
          - {name: buffer, image: "example.test/buffer:v1", restartPolicy: Always, resources: {requests: {cpu: 500m}}}
        containers:
          - {name: log-agent, image: "example.test/log-agent:v1", resources: {requests: {cpu: 100m}}}
        """
      Then "log-agent" runs one pod on "east-1" and nowhere else

    Example: first the sidecar: while the other sets up it takes 1500m, and it does not fit
      When the daemon set "log-agent" is created with the pod spec:
        """
        initContainers:
          - {name: buffer, image: "example.test/buffer:v1", restartPolicy: Always, resources: {requests: {cpu: 500m}}}
          - {name: set-up, image: "example.test/set-up:v1", resources: {requests: {cpu: 1000m}}}
        containers:
          - {name: log-agent, image: "example.test/log-agent:v1", resources: {requests: {cpu: 100m}}}
        """
      Then the pod of "log-agent" for "east-1" is pending

    Example: sidecars and containers are added up: 900m and 400m are too much
      When the daemon set "log-agent" is created with the pod spec:
        """
        initContainers:
          - {name: buffer, image: "example.test/buffer:v1", restartPolicy: Always, resources: {requests: {cpu: 900m}}}
        containers:
          - {name: log-agent, image: "example.test/log-agent:v1", resources: {requests: {cpu: 400m}}}
        """
      Then the pod of "log-agent" for "east-1" is pending

    Example: without restartPolicy the same two fit: 900m come first, and are gone when 400m start
      When the daemon set "log-agent" is created with the pod spec:
        """
        initContainers:
          - {name: set-up, image: "example.test/set-up:v1", resources: {requests: {cpu: 900m}}}
        containers:
          - {name: log-agent, image: "example.test/log-agent:v1", resources: {requests: {cpu: 400m}}}
        """
      Then "log-agent" runs one pod on "east-1" and nowhere else

  Rule: A sidecar holds its host port as long as the pod is there, another init container holds none
    # Authority: pkg/scheduler/util/utils.go GetHostPorts

    Scenario Outline: an init container with a host port, <and it>
      Given the daemon set "node-metrics" with the pod spec:
        """
        initContainers:
          - name: proxy
            image: example.test/proxy:v1
            ports: [{containerPort: 9100, hostPort: 9100}]
            <restart policy>
        """
      When the daemon set "disk-metrics" is created with:
        | host port | 9100 |
      Then the status of "disk-metrics" is:
        | desired | current | ready   |
        | 1       | 1       | <ready> |

      Examples:
        | and it         | restart policy        | ready |
        | ends           |                       | 1     |
        | stays, sidecar | restartPolicy: Always | 0     |

  Rule: What the pod asks for as a whole stands for what its containers ask for
    # Authority: staging/src/k8s.io/component-helpers/resource/helpers.go PodRequests

    Scenario Outline: the container asks for <container>, the pod for <pod>
      When the daemon set "indexer" is created with the pod spec:
        """
        resources: {requests: {cpu: <pod>}}
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {requests: {cpu: <container>}}}
        """
      Then the status of "indexer" is:
        | desired | current | ready   |
        | 1       | 1       | <ready> |

      Examples:
        | container | pod   | ready |
        | 100m      | 1200m | 1     |
        | 100m      | 1300m | 0     |
