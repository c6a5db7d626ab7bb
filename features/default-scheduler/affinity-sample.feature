@D13
Feature: The chapter's sample of a daemon pod

  To show the affinity that daemon pods carry, the chapter prints a piece of a pod. Part of it is missing: the
  affinity hangs directly under `spec`. An API server does not know that field and refuses the pod. One more line mends it.

  Background:
    Given the nodes "target-host-name" and "another-host"

  Rule: As printed, the sample is refused

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

  Rule: Under spec.affinity it is accepted and binds the pod to that one node

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
