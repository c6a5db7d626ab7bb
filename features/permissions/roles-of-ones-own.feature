@needs-impersonation
Feature: A role made to measure

  Between "may only look" and "may change everything" lies what a team really needs: to restart one agent, say. A **role**
  lists what is allowed, verb by verb and kind by kind, perhaps for one object only; a **role binding** gives it to people. No
  rule forbids anything: what no role allows is refused. But verbs are coarse. A restart is a *patch*, and who may patch a
  daemon set may change anything in it that may be changed at all.

  Background:
    Given the node "east-1"
    And the project "shop"
    And the daemon set "log-agent"
    And the daemon set "node-metrics"
    And the file "restarters.yaml":
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: restarter}
      rules:
      - {apiGroups: [apps], resources: [daemonsets], verbs: [get, list]}
      - {apiGroups: [apps], resources: [daemonsets], resourceNames: [log-agent], verbs: [patch]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: restarters}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: restarter}
      subjects:
      - {apiGroup: rbac.authorization.k8s.io, kind: User, name: otto}
      """
    And I run "oc create -f restarters.yaml"

  Rule: What the role lists is allowed
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go RuleAllows

    Example: restarting the one daemon set it names
      When "otto" runs "oc rollout restart daemonset/log-agent"
      Then the pod of "log-agent" on "east-1" was replaced

  Rule: Whoever may restart a daemon set may change whatever can be changed in it
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go RuleAllows; measured
    For the API server a restart is a patch like any other, one that puts a date into the template.

    Example: another image
      When "otto" runs "oc set image daemonset/log-agent log-agent=example.test/log-agent:v2"
      Then the pod of "log-agent" on "east-1" runs version "v2"

    Example: the network of the host
      When "otto" runs:
        """
        oc patch daemonset log-agent -p '{"spec": {"template": {"spec": {"hostNetwork": true}}}}'
        """
      Then the pod of "log-agent" on "east-1" contains:
        """
        spec:
          hostNetwork: true
        """

  Rule: What it does not list is refused
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go Authorize

    Example: another daemon set
      When "otto" tries to run "oc rollout restart daemonset/node-metrics"
      Then it is refused:
        """
        … daemonsets.apps "node-metrics" is forbidden: User "otto" cannot patch resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And the pod of "node-metrics" on "east-1" was not replaced

    Example: another verb
      When "otto" tries to run "oc delete daemonset log-agent"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps "log-agent" is forbidden: User "otto" cannot delete resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And the pod of "log-agent" on "east-1" was not replaced

    Example: the pods themselves
      When "otto" tries to run "oc get pods"
      Then it is refused:
        """
        Error from server (Forbidden): pods is forbidden: User "otto" cannot list resource "pods" in API group "" in the namespace "shop"
        """

  Rule: A role counts for those it is bound to, and only while it is bound
    # Authority: pkg/registry/rbac/validation/rule.go VisitRulesFor

    Example: somebody else
      Given the user "emil"
      When "emil" tries to run "oc get daemonsets"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps is forbidden: User "emil" cannot list resource "daemonsets" in API group "apps" in the namespace "shop"
        """

    Example: the binding is deleted
      Given I run "oc delete rolebinding restarters"
      When "otto" tries to run "oc rollout restart daemonset/log-agent"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps "log-agent" is forbidden: User "otto" cannot get resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And the pod of "log-agent" on "east-1" was not replaced
