@needs-security-context-constraints
Feature: Who may use a constraint, and who may say so

  A constraint is used by *right*: somebody concerned needs a role that says `use`, or is named in the constraint. Concerned are the pod's service account and
  whoever creates the pod. For a daemon set the latter is the daemon set controller, which has no special rights; what its owner may do does not count.

  Background:
    Given the node "east-1"
    And OpenShift's security context constraints
    And the project "shop"
    And I run "oc create serviceaccount agent"
    And the file "logs.yaml":
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
            volumes: [{name: logs, hostPath: {path: /var/log}}]
      """

  @D06 @needs-impersonation
  Rule: A project administrator may create the daemon set, but cannot give its pods what they need
    # Authority: pkg/registry/rbac/validation/rule.go ConfirmNoEscalation; measured

    Background:
      Given the user "paul" with the role "admin" in project "shop"

    Example: the daemon set is created, its pods are refused
      When "paul" runs "oc create -f logs.yaml"
      Then it prints:
        """
        daemonset.apps/log-agent created
        """
      But no pod of "log-agent" was ever created

    Example: granting the constraint is refused
      When "paul" tries to run "oc create rolebinding agents --clusterrole=system:openshift:scc:privileged --serviceaccount=shop:agent"
      Then it is refused:
        """
        error: failed to create rolebinding: rolebindings.rbac.authorization.k8s.io "agents" is forbidden: user "paul" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
        {APIGroups:["security.openshift.io"], Resources:["securitycontextconstraints"], ResourceNames:["privileged"], Verbs:["use"]}
        """

    Example: looking at the constraints, too
      When "paul" tries to run "oc get scc"
      Then it is refused:
        """
        Error from server (Forbidden): securitycontextconstraints.security.openshift.io is forbidden: User "paul" cannot list resource "securitycontextconstraints" in API group "security.openshift.io" at the cluster scope
        """

    Example: with the constraint from a cluster administrator, paul's daemon set runs
      Given I run "oc adm policy add-scc-to-user privileged -z agent -n shop"
      When "paul" runs "oc create -f logs.yaml"
      Then "log-agent" runs one pod on "east-1"

  @needs-impersonation
  Rule: The rights of whoever owns the daemon set do not count
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType; measured

    Example: a cluster administrator's daemon set is refused its pods, too
      Given the cluster administrator "clara"
      When "clara" runs "oc create -f logs.yaml"
      Then no pod of "log-agent" was ever created

    Example: a pod that somebody creates by hand is theirs
      Given the cluster administrator "clara"
      And "clara" runs "oc run debug --image=example.test/tools:v1"
      When I run "oc get pod debug -o jsonpath='{.metadata.annotations}'"
      Then it prints:
        """
        {"openshift.io/scc":"anyuid","security.openshift.io/validated-scc-subject-type":"user"}
        """

  Rule: A right that is taken away keeps new pods from starting, and leaves those that run
    # Authority: openshift/oc pkg/cli/admin/policy/modify_scc.go RemoveSCC; openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/admission.go Admit

    Background:
      Given I run "oc adm policy add-scc-to-user privileged -z agent -n shop"
      And I run "oc create -f logs.yaml"

    Example: the pod goes on running
      When I run "oc adm policy remove-scc-from-user privileged -z agent -n shop"
      Then it prints:
        """
        clusterrole.rbac.authorization.k8s.io/system:openshift:scc:privileged removed: "agent"
        """
      And the pod of "log-agent" on "east-1" was not replaced

    Example: but once it is gone, nothing takes its place
      Given I run "oc adm policy remove-scc-from-user privileged -z agent -n shop"
      When the pod of "log-agent" on "east-1" is deleted
      Then no pod of "log-agent" is left

  Rule: Without -n, the constraint is given by a binding for the whole cluster
    # Authority: openshift/oc pkg/cli/admin/policy/modify_scc.go AddSCC

    Example: to a service account of the current project
      Given I run "oc adm policy add-scc-to-user hostmount-anyuid -z agent"
      When I run "oc get clusterrolebindings -o wide | grep hostmount"
      Then it prints:
        """
        system:openshift:scc:hostmount-anyuid ClusterRole/system:openshift:scc:hostmount-anyuid … shop/agent
        """

  Rule: Any role that says use will do, and so will the constraint itself
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/matcher.go ConstraintAppliesTo

    Example: a role of the project
      Given I run "oc create role agents --verb=use --resource=scc --resource-name=hostmount-anyuid"
      And I run "oc create rolebinding agents --role=agents --serviceaccount=shop:agent"
      When I run "oc create -f logs.yaml"
      Then "log-agent" runs one pod on "east-1"

    Example: a service account that the constraint names
      Given I run:
        """
        oc patch scc hostmount-anyuid --type=merge -p '{"users": ["system:serviceaccount:shop:agent"]}'
        """
      When I run "oc create -f logs.yaml"
      Then "log-agent" runs one pod on "east-1"

    Example: a role of another project is worth nothing here
      Given I run "oc adm policy add-scc-to-user hostmount-anyuid system:serviceaccount:shop:agent -n kube-system"
      When I run "oc create -f logs.yaml"
      Then no pod of "log-agent" was ever created

  Rule: The namespaces of the platform itself are not held against constraints
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/namespaceconditions/decorator.go WithNamespaceLabelConditions

    Example: the same daemon set in kube-system
      Given I run "oc project kube-system"
      And I run "oc create serviceaccount agent"
      When I run "oc create -f logs.yaml"
      Then "log-agent" runs one pod on "east-1"
