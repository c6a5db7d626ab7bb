@I31
Feature: Limit ranges and daemon pods

  A **limit range** says how much of the processor and of memory is usual in a project, how little and how much is allowed. What is usual is written into
  containers that do not say it themselves. A pod that is beyond what is allowed is refused. All this happens when pods are created: the daemon set was
  accepted long before, and its template stays as it is.

  Background:
    Given the node "east-1"
    And the project "shop"
    And the file "usual.yaml":
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: usual}
      spec:
        limits:
        - type: Container
          defaultRequest: {cpu: 100m}
          default: {cpu: 500m}
      """

  Rule: What is usual is written into the pods, and not into the template
    # Authority: plugin/pkg/admission/limitranger/admission.go PodMutateLimitFunc, mergeContainerResources; measured

    Example: a container that says nothing
      Given I run "oc create -f usual.yaml"
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {annotations: {kubernetes.io/limit-ranger: "LimitRanger plugin set: cpu request for container log-agent; cpu limit for container log-agent"}}
        spec: {containers: [{resources: {requests: {cpu: 100m}, limits: {cpu: 500m}}}]}
        """
      And the template of "log-agent" was never changed

    Example: a container that says how much it asks for is given the limit only
      Given I run "oc create -f usual.yaml"
      When the daemon set "indexer" is created with:
        | cpu | 300m |
      Then the pod of "indexer" on "east-1" contains:
        """
        spec: {containers: [{resources: {requests: {cpu: 300m}, limits: {cpu: 500m}}}]}
        """

    Example: pods that were there before are left alone
      Given the daemon set "log-agent"
      When I run "oc create -f usual.yaml"
      Then the pod of "log-agent" on "east-1" was not replaced

  Rule: Pods beyond what is allowed are refused, though the daemon set was accepted
    # Authority: plugin/pkg/admission/limitranger/admission.go PodValidateLimitFunc, maxConstraint, limitRequestRatioConstraint; measured

    Background:
      Given the file "highest.yaml":
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: highest}
        spec:
          limits:
          - type: Container
            max: {cpu: "1"}
            min: {cpu: 50m}
        """
      And I run "oc create -f highest.yaml"

    @needs-steady-control-plane
    Example: a container that asks for two cores where one is the most, and so its limit
      When the daemon set "indexer" is created with:
        | cpu | 2 |
      Then no pod of "indexer" was ever created
      And the events of "indexer" include:
        | type    | reason       | from                 | message                                                                                                                       |
        | Warning | FailedCreate | daemonset-controller | Error creating: Pod "indexer-…" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1 |

    Example: one that asks for little enough runs, with the most as its limit
      When the daemon set "indexer" is created with:
        | cpu | 500m |
      Then the pod of "indexer" on "east-1" contains:
        """
        spec: {containers: [{resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}}]}
        """

    Example: and one that asks for too little is refused as well
      When the daemon set "indexer" is created with:
        | cpu | 10m |
      Then no pod of "indexer" was ever created

  Rule: A pod as a whole has its limits, too
    # Authority: plugin/pkg/admission/limitranger/admission.go PodValidateLimitFunc, podLimits; measured

    @needs-steady-control-plane
    Example: where memory is limited, a pod has to say how much it takes at most
      Given the file "pods.yaml":
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: pods}
        spec: {limits: [{type: Pod, max: {memory: 1Gi}}]}
        """
      And I run "oc create -f pods.yaml"
      When the daemon set "log-agent" is created
      Then the events of "log-agent" include:
        | message                                                                                                                    |
        | Error creating: pods "log-agent-…" is forbidden: maximum memory usage per Pod is 1Gi.  No limit is specified |

  Rule: What is usual counts where nodes are full
    # Authority: plugin/pkg/admission/limitranger/admission.go PodMutateLimitFunc; pkg/scheduler/framework/plugins/noderesources/fit.go fitsRequest
    The scheduler sees what was written into the pod.

    Background:
      Given the nodes:
        | name  | cpu  |
        | small | 200m |
      And the file "large.yaml":
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: large}
        spec: {limits: [{type: Container, defaultRequest: {cpu: 300m}, default: {cpu: "1"}}]}
        """

    Example: a pod that asked for nothing does not fit any more
      Given I run "oc create -f large.yaml"
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" for "small" is pending

    Example: without the limit range it fits anywhere
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "small"
