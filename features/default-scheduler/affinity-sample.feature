@D13
Feature: The chapter's sample of a daemon pod

  To show the affinity that daemon pods carry, the chapter prints a piece of a pod. Part of it is missing: the affinity hangs
  directly under `spec`. An API server does not know that field. It refuses the pod if it is asked to read strictly, as `oc` and
  `kubectl` ask it by themselves. Asked for less, it drops the field, and warns of that unless it is asked to ignore it: the pod
  then asks for no node at all. One more line mends the sample.

  Background:
    Given the nodes "target-host-name" and "another-host"

  Rule: As printed, the sample is refused if it is read strictly, and loses its affinity if it is not
    # Authority: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go fieldValidation; measured

    Example: nodeAffinity directly under spec
      Given the file "pod.yaml":
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
              - matchFields:
                - key: metadata.name
                  operator: In
                  values:
                  - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      When I try to run "oc create -f pod.yaml"
      Then it is refused:
        """
        Error from server (BadRequest): error when creating "pod.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.nodeAffinity"
        """
      And there is no pod "hello-node-6fbccf8d9-9tmzr"

    Example: oc is told to warn only
      Given the file "pod.yaml":
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
              - matchFields:
                - key: metadata.name
                  operator: In
                  values:
                  - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      And I run "oc create -f pod.yaml --validate=warn"
      When I run "oc get pod hello-node-6fbccf8d9-9tmzr -o jsonpath={.status.phase}:{.spec.affinity}"
      Then it prints:
        """
        Running:
        """

  Rule: Under spec.affinity the affinity is accepted, and binds the pod to that one node
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go newNodeSelectorTerm; pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity

    Example: the mended sample
      Given the file "pod.yaml":
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                - matchFields:
                  - key: metadata.name
                    operator: In
                    values:
                    - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      When I run "oc create -f pod.yaml"
      Then it prints:
        """
        pod/hello-node-6fbccf8d9-9tmzr created
        """
      And the pod "hello-node-6fbccf8d9-9tmzr" runs on "target-host-name"

    Example: this is the form that daemon pods really have
      When the daemon set "hello-node" is created
      Then the pod of "hello-node" on "target-host-name" contains:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchFields:
                      - key: metadata.name
                        operator: In
                        values: [target-host-name]
        """
