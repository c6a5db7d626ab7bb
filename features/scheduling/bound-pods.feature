Feature: What a pod says once it has a node

  A pod that is created has no node yet, unless somebody names one. The scheduler **binds** it. With the binding the API server writes down what is known of
  the node from then on, and forgets what was only intended.

  Rule: A bound pod carries the zone and the region of its node as labels
    # Authority: plugin/pkg/admission/podtopologylabels/admission.go admitBinding; pkg/registry/core/pod/storage/storage.go setPodNodeAndMetadata; measured
    So a program can read in its own labels where it runs.

    Background:
      Given the nodes:
        | name   | labels                                                            |
        | east-1 | topology.kubernetes.io/zone=z1,topology.kubernetes.io/region=east |
        | bare   |                                                                   |

    Example: a node that says where it is
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {labels: {topology.kubernetes.io/zone: z1, topology.kubernetes.io/region: east}}
        """

    Example: a node that does not say it
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "bare" contains:
        """
        metadata: {labels: {topology.kubernetes.io/zone: null}}
        """

    Example: the template cannot say otherwise
      Given the file "elsewhere.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: log-agent}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata: {labels: {app: log-agent, topology.kubernetes.io/zone: z9}}
            spec: {containers: [{name: agent, image: "example.com/log-agent:v1"}]}
        """
      When I run "oc create -f elsewhere.yaml"
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {labels: {topology.kubernetes.io/zone: z1}}
        """
      And the pod of "log-agent" on "bare" contains:
        """
        metadata: {labels: {topology.kubernetes.io/zone: z9}}
        """

    Example: a node that is moved leaves its pods' labels as they were
      Given the daemon set "log-agent"
      When node "east-1" is labelled "topology.kubernetes.io/zone=z2"
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {labels: {topology.kubernetes.io/zone: z1}}
        """

  @needs-node-control
  Rule: A bound pod is nominated no more
    # Authority: pkg/registry/core/pod/storage/storage.go setPodNodeAndMetadata
    Where a pod waits for others to make room, its status names the node. Once it runs there, the node is in its spec, and the nomination is gone.

    Background:
      Given the nodes:
        | name   | cpu |
        | east-1 | 2   |
      And the priority class "urgent" with value 1000
      And the pod "report-job" with:
        | cpu | 1500m |
      And node "east-1" falls silent
      And the daemon set "indexer" with the pod spec:
        """
        priorityClassName: urgent
        tolerations: [{operator: Exists}]
        resources: {requests: {cpu: 1}}
        """

    Example: on a silent node nobody makes room, and the status names the node
      When I run "oc get pods -l app=indexer -o jsonpath={.items[0].status.nominatedNodeName}"
      Then it prints:
        """
        east-1
        """

    Example: once the other pod has gone, this one runs there and is nominated no more
      Given node "east-1" reports again
      When I run "oc get pods -l app=indexer -o jsonpath={.items[0].status.nominatedNodeName}"
      Then it prints nothing
      And "indexer" runs one pod on "east-1"
