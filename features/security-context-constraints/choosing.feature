@needs-security-context-constraints
Feature: Which constraint a pod is given, and what it does to the pod

  Every OpenShift cluster comes with eleven constraints. A new pod is held against them one after the other, and takes the first that it fits and that may be used for it.
  The constraint is more than a gate: it *writes into the pod* what the pod leaves open, such as the user it runs as. The template of the daemon set stays as it is.

  Background:
    Given the node "east-1"
    And OpenShift's security context constraints
    And the project "shop" with the annotations:
      | openshift.io/sa.scc.uid-range           | 1000620000/10000 |
      | openshift.io/sa.scc.supplemental-groups | 1000620000/10000 |
      | openshift.io/sa.scc.mcs                 | s0:c25,c10       |

  Rule: A pod without wishes is given restricted-v2
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/provider.go CreatePodSecurityContext, CreateContainerSecurityContext; measured
    Everybody may use `restricted-v2`. It takes all capabilities away, and gives the pod a user that no other project has.

    Example: what is written into the pod
      When the daemon set "log-agent" is created
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata:
          annotations:
            openshift.io/scc: restricted-v2
        spec:
          securityContext:
            fsGroup: 1000620000
            seLinuxOptions: {level: 's0:c25,c10'}
            seccompProfile: {type: RuntimeDefault}
          containers:
          - name: log-agent
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              runAsNonRoot: true
              runAsUser: 1000620000
        """

    Example: the template of the daemon set says nothing of it
      Given the daemon set "log-agent"
      When I run "oc get daemonset log-agent -o jsonpath='{.spec.template.spec.securityContext}'"
      Then it prints:
        """
        {}
        """

  Rule: Every project has users, groups and a label of its own
    # Authority: openshift/cluster-policy-controller pkg/security/controller/namespace_scc_allocation_controller.go allocate

    A project gets ten thousand users when it is created. They stand in its annotations, and no other project has them.

    Example: a new project is given its block of users
      Given I run "oc new-project warehouse"
      When I run "oc get namespace warehouse -o jsonpath='{.metadata.annotations.openshift\.io/sa\.scc\.uid-range}'"
      Then it prints:
        """
        1000…0000/10000
        """

    Scenario Outline: nobody runs as <whom>
      Given the file "log-agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: log-agent}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata: {labels: {app: log-agent}}
            spec:
              securityContext: {runAsUser: <user>}
              containers: [{name: main, image: "example.test/log-agent:v1"}]
        """
      When I run "oc create -f log-agent.yaml"
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | message                                                                                                                    |
        | Warning | FailedCreate | …provider restricted-v2: .containers[0].runAsUser: Invalid value: <user>: must be in the ranges: [1000620000, 1000629999]… |

      Examples:
        | whom                     | user       |
        | root                     | 0          |
        | a user of another project | 1000630000 |

  Rule: The highest priority comes first, then what allows least
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/util/sort/bypriority.go ByPriority; measured
    Of the stock constraints `anyuid` alone has a priority. Whoever may use it gets it, even for pods that `restricted-v2` would do for.

    Background:
      Given I run "oc create serviceaccount agent"
      And the file "agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: log-agent}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata: {labels: {app: log-agent}}
            spec:
              serviceAccountName: agent
              containers: [{name: main, image: "example.test/log-agent:v1"}]
        """

    Example: a service account that may use anyuid gets it
      Given I run "oc adm policy add-scc-to-user anyuid -z agent -n shop"
      When I run "oc create -f agent.yaml"
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {annotations: {openshift.io/scc: anyuid}}
        """

    Example: a service account that may use privileged keeps to restricted-v2, which allows less
      Given I run "oc adm policy add-scc-to-user privileged -z agent -n shop"
      When I run "oc create -f agent.yaml"
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {annotations: {openshift.io/scc: restricted-v2}}
        """

  Rule: A pod may insist on one constraint
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/admission.go listSortedSCCs

    Background:
      Given the file "insisting.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: log-agent}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata:
              labels: {app: log-agent}
              annotations: {openshift.io/required-scc: nonroot-v2}
            spec:
              containers: [{name: main, image: "example.test/log-agent:v1"}]
        """

    Example: it is held against no other, not even against one that it fits
      When I run "oc create -f insisting.yaml"
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | message                                                                                                                                                                             |
        | Warning | FailedCreate | Error creating: pods "log-agent-" is forbidden: unable to validate against any security context constraint: provider "nonroot-v2": Forbidden: not usable by user or serviceaccount |

    Example: it gets that one, if it may
      Given I run "oc adm policy add-scc-to-group nonroot-v2 system:serviceaccounts:shop"
      When I run "oc create -f insisting.yaml"
      Then the pod of "log-agent" on "east-1" contains:
        """
        metadata: {annotations: {openshift.io/scc: nonroot-v2}}
        """
