@D18
Feature: The chapter's walk-through: a first daemon set

  Write a file, create it, look whether a pod runs on each node: the three commands of the chapter, run as printed. In the
  chapter's listing the file carries the numbers 1, 2 and 3 of its footnotes at the ends of lines. They are no part of it. Copied
  along, `name: hello-daemonset 1` would be a label value with a blank in it, which no API server takes.

  Background:
    Given the nodes:
      | name                          | labels      |
      | openshift-node01.hostname.com | role=worker |
      | openshift-node02.hostname.com | role=worker |
      | openshift-node03.hostname.com | role=infra  |
    And the project "myproject"
    And the file "daemonset.yaml":
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
          spec:
            nodeSelector:
              role: worker
            containers:
            - image: openshift/hello-openshift
              imagePullPolicy: Always
              name: registry
              ports:
              - containerPort: 80
                protocol: TCP
              resources: {}
              terminationMessagePath: /dev/termination-log
            serviceAccount: default
            terminationGracePeriodSeconds: 10
      #...
      """

  Rule: The file is accepted as it is printed
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec; pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet

    Example: creating the daemon set
      When I run "oc create -f daemonset.yaml"
      Then it prints:
        """
        daemonset.apps/hello-daemonset created
        """
      And "hello-daemonset" runs one pod on each of "openshift-node01.hostname.com" and "openshift-node02.hostname.com" and nowhere else

    @D16
    Example: the node without the label gets nothing
      When I run "oc create -f daemonset.yaml"
      Then "openshift-node03.hostname.com" never had a pod of "hello-daemonset"

    Example: creating it a second time
      Given I run "oc create -f daemonset.yaml"
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        Error from server (AlreadyExists): error when creating "daemonset.yaml": daemonsets.apps "hello-daemonset" already exists
        """

  Rule: The pods can be seen running, one on each node with the label role=worker
    # Authority: staging/src/k8s.io/kubectl/pkg/describe/describe.go describePod; staging/src/k8s.io/kubectl/pkg/cmd/get/get.go Run; measured

    Example: listing the pods
      Given I run "oc create -f daemonset.yaml"
      When I run "oc get pods"
      Then it prints:
        """
        NAME                    READY   STATUS    RESTARTS   AGE
        hello-daemonset-…       1/1     Running   0          …
        hello-daemonset-…       1/1     Running   0          …
        """

    Example: on nodes that have only the usual mark of worker nodes, there is nothing to be seen
      Given the label "role" is removed from node "openshift-node01.hostname.com"
      And the label "role" is removed from node "openshift-node02.hostname.com"
      And I run "oc create -f daemonset.yaml"
      When I run "oc get pods"
      Then it prints:
        """
        No resources found in myproject namespace.
        """

    Example: asking the daemon set itself
      Given I run "oc create -f daemonset.yaml"
      When I run "oc get daemonset"
      Then it prints:
        """
        NAME              DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        hello-daemonset   2         2         2       2            2           role=worker     …
        """

    Example: describing the pod on the first node
      Given I run "oc create -f daemonset.yaml"
      When I run "oc describe pod/<pod of hello-daemonset on openshift-node01.hostname.com>|grep Node"
      Then it prints:
        """
        Node:             openshift-node01.hostname.com/…
        Node-Selectors:              role=worker
        """

    Example: describing the pod on the second node
      Given I run "oc create -f daemonset.yaml"
      When I run "oc describe pod/<pod of hello-daemonset on openshift-node02.hostname.com>|grep Node"
      Then it prints:
        """
        Node:             openshift-node02.hostname.com/…
        Node-Selectors:              role=worker
        """

  Rule: The numbers of the footnotes do not belong into the file
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    @D17
    Example: a label copied together with its footnote number
      Given the file "copied.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset 1
          template:
            metadata:
              labels:
                name: hello-daemonset 2
            spec:
              containers:
              - image: openshift/hello-openshift
                name: registry
        """
      When I try to run "oc create -f copied.yaml"
      Then it is refused:
        """
        The DaemonSet "hello-daemonset" is invalid:
        * spec.selector.matchLabels: Invalid value: "hello-daemonset 1": a valid label must be an empty string or consist of alphanumeric characters, …
        * spec.template.labels: Invalid value: "hello-daemonset 2": a valid label must be an empty string or consist of alphanumeric characters, …
        """
      And there is no daemon set "hello-daemonset"
