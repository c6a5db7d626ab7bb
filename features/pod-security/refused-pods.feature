@I25
Feature: When a project's security standard refuses daemon pods

  Kubernetes has three **pod security standards**. *Privileged* allows everything. *Baseline* forbids what is known to be dangerous: the network of the
  host, files of the host, privileged containers. *Restricted* forbids nearly everything that a program can do without. A **label on the project** says
  which standard its pods must meet. Many agents need what *baseline* forbids, for they look after the machine. The daemon set of such an agent is
  accepted, and its pods are not.

  Background:
    Given the node "east-1"
    And the project "secure"
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
            hostNetwork: true
            containers: [{name: agent, image: example.com/log-agent:v1}]
      """

  Rule: The daemon set is created all the same, and its pods are refused
    # Authority: staging/src/k8s.io/pod-security-admission/admission/admission.go ValidatePod, ValidatePodController; measured

    Example: an agent in the network of the host, where the standard is baseline
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      When I run "oc create -f agent.yaml"
      Then no pod of "log-agent" was ever created
      And the status of "log-agent" is:
        | desired | current | unavailable |
        | 1       | 0       | 1           |

    Example: the same agent, where no standard is asked for
      When I run "oc create -f agent.yaml"
      Then "log-agent" runs one pod on "east-1"

    Example: an agent that asks for nothing special meets baseline
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      When the daemon set "node-metrics" is created
      Then "node-metrics" runs one pod on "east-1"

    Example: and does not meet restricted
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=restricted"
      When the daemon set "node-metrics" is created
      Then no pod of "node-metrics" was ever created

  @needs-steady-control-plane
  Rule: An event names each thing that the standard forbids
    # Authority: staging/src/k8s.io/pod-security-admission/policy/checks.go ForbiddenDetail; pkg/controller/controller_utils.go createPods; measured

    Example: one thing
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      When I run "oc create -f agent.yaml"
      Then the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                                                    |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods "log-agent-…" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true) |

    Example: and what restricted asks of every pod
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=restricted"
      When I run "oc create -f agent.yaml"
      Then the events of "log-agent" include:
        | message                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      |
        | Error creating: pods "log-agent-…" is forbidden: violates PodSecurity "restricted:latest": host namespaces (hostNetwork=true), allowPrivilegeEscalation != false (container "agent" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "agent" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "agent" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "agent" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost") |

  Rule: Whoever creates the daemon set is warned
    # Authority: staging/src/k8s.io/pod-security-admission/admission/admission.go EvaluatePod; staging/src/k8s.io/pod-security-admission/api/helpers.go PolicyToEvaluate; measured

    Example: of what the project forbids
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      When I run "oc create -f agent.yaml"
      Then it prints:
        """
        Warning: would violate PodSecurity "baseline:latest": host namespaces (hostNetwork=true)
        daemonset.apps/log-agent created
        """

    Example: of what the project only warns of, and its pods run
      Given I run "oc label namespace secure pod-security.kubernetes.io/warn=baseline"
      When I run "oc create -f agent.yaml"
      Then it prints:
        """
        Warning: would violate PodSecurity "baseline:latest": host namespaces (hostNetwork=true)
        daemonset.apps/log-agent created
        """
      And "log-agent" runs one pod on "east-1"

    Example: but not if the project says so
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline pod-security.kubernetes.io/warn=privileged"
      When I run "oc create -f agent.yaml"
      Then it prints:
        """
        daemonset.apps/log-agent created
        """

  Rule: A standard that comes later stops no pod that runs
    # Authority: staging/src/k8s.io/pod-security-admission/admission/admission.go ValidateNamespace, EvaluatePodsInNamespace; measured

    Example: the label is accepted with a warning
      Given I run "oc create -f agent.yaml"
      When I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      Then it prints:
        """
        Warning: existing pods in namespace "secure" violate the new PodSecurity enforce level "baseline:latest"
        Warning: log-agent-…: host namespaces
        namespace/secure labeled
        """
      And "log-agent" runs one pod on "east-1"

    Example: but the next pod does not come
      Given I run "oc create -f agent.yaml"
      And I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"
      When the pod of "log-agent" on "east-1" is deleted
      Then no pod of "log-agent" was created since

  Rule: A label that names no standard is refused
    # Authority: staging/src/k8s.io/pod-security-admission/api/helpers.go ParseLevel, ParseVersion; measured

    Example: a level that there is not
      When I try to run "oc label namespace secure pod-security.kubernetes.io/enforce=strict"
      Then it is refused:
        """
        The Namespace "secure" is invalid: metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted
        """

    Example: a version that there is not
      When I try to run "oc label namespace secure pod-security.kubernetes.io/enforce-version=1.36"
      Then it is refused:
        """
        The Namespace "secure" is invalid: metadata.labels[pod-security.kubernetes.io/enforce-version]: Invalid value: "1.36": must be "latest" or "v1.x"
        """

  Rule: A version keeps a standard as it was in that release
    # Authority: staging/src/k8s.io/pod-security-admission/policy/check_hostProbesAndhostLifecycle.go CheckHostProbesAndHostLifecycle; staging/src/k8s.io/pod-security-admission/policy/registry.go EvaluatePod
    Since 1.34 *baseline* forbids probes that ask another host.

    Background:
      Given the file "probing.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: prober}
        spec:
          selector: {matchLabels: {app: prober}}
          template:
            metadata: {labels: {app: prober}}
            spec:
              containers:
              - name: prober
                image: example.com/prober:v1
                livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}
        """
      And I run "oc label namespace secure pod-security.kubernetes.io/enforce=baseline"

    Example: the latest forbids it
      When I run "oc create -f probing.yaml"
      Then no pod of "prober" was ever created

    Example: that of 1.33 does not
      Given I run "oc label namespace secure pod-security.kubernetes.io/enforce-version=v1.33"
      When I run "oc create -f probing.yaml"
      Then "prober" runs one pod on "east-1"
