@D17
Feature: A daemon set must be able to recognise its own pods

  A daemon set knows its pods by the owner reference that stands in each of them, and then by their labels: `spec.selector` says
  which labels, `spec.template` puts labels on new pods. If the two did not match, the daemon set would let go of the pods it has
  just made, and would make more and more of them. So the API server refuses such a manifest. Labels alone make no pod its own:
  only one that no controller owns is taken over.

  Background:
    Given the node "east-1"

  Rule: A template whose labels do not match the selector is refused
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    Example: two different names
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset
          template:
            metadata:
              labels:
                name: other
            spec:
              containers:
              - name: registry
                image: openshift/hello-openshift
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        The DaemonSet "hello-daemonset" is invalid: spec.template.metadata.labels: Invalid value: {"name":"other"}: `selector` does not match template `labels`
        """
      And there is no daemon set "hello-daemonset"
      And no pod of "hello-daemonset" was ever created

    Example: no selector at all
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          template:
            metadata:
              labels:
                name: hello-daemonset
            spec:
              containers:
              - name: registry
                image: openshift/hello-openshift
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        The DaemonSet "hello-daemonset" is invalid: spec.template.metadata.labels: Invalid value: {"name":"hello-daemonset"}: `selector` does not match template `labels`
        """
      And there is no daemon set "hello-daemonset"

  Rule: The template may carry more labels than the selector asks for
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    Example: one label to be known by, another for the people who search
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset
          template:
            metadata:
              labels:
                name: hello-daemonset
                team: platform
            spec:
              containers:
              - name: registry
                image: openshift/hello-openshift
        """
      When I run "oc create -f daemonset.yaml"
      Then "hello-daemonset" runs one pod on "east-1"

  Rule: A label does not seize a pod that another controller owns
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject; pkg/controller/daemon/daemon_controller.go getDaemonPods

    Example: a pod of one daemon set is given the label of another
      Given the daemon set "log-agent"
      And the daemon set "node-metrics" with:
        | labels | team=metrics |
      When the pod of "log-agent" on "east-1" is labelled "team=metrics"
      Then "log-agent" runs one pod on "east-1" and nowhere else
      And "node-metrics" runs one pod on "east-1" and nowhere else
      And the pod of "log-agent" on "east-1" was not replaced
      And the pod of "node-metrics" on "east-1" was not replaced

  Rule: The name of a pod begins with that of its daemon set, as far as there is room, and does not say whose pod it is
    # Authority: pkg/controller/controller_utils.go getPodsPrefix; staging/src/k8s.io/apiserver/pkg/storage/names/generate.go GenerateName
    It has at most 63 characters, and the last five are drawn. Whoever looks for pods had better go by their labels.

    Example: a name that is short enough
      Given the daemon set "log-agent"
      When I run "oc get pods -o name"
      Then it prints:
        """
        pod/log-agent-…
        """

    Example: a name of 60 characters is cut short, and a search for it finds nothing
      Given the daemon set "observability-edge-collector-for-container-runtime-logs-east"
      When I try to run "oc get pods -o name|grep observability-edge-collector-for-container-runtime-logs-east"
      Then it prints nothing

    Example: a search by label finds it
      Given the daemon set "observability-edge-collector-for-container-runtime-logs-east"
      When I run "oc get pods -o name -l app=observability-edge-collector-for-container-runtime-logs-east"
      Then it prints:
        """
        pod/observability-edge-collector-for-container-runtime-logs-ea…
        """
