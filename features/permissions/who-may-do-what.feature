@needs-impersonation
Feature: What the stock roles let people do with daemon sets

  Every project knows three roles from the beginning. Who has **view** may look at almost everything, but not at secrets and
  roles; who has **edit** may change what runs in the project; who has **admin** may also say who else may. Given in a project,
  none of them reaches beyond it, and none reaches the *nodes*: those are for the cluster administrator and whomever that
  allows, although it is they that decide where daemon pods run.

  Background:
    Given the node "east-1"
    And the project "shop"
    And the daemon set "log-agent"
    And the user "vera" with the role "view" in project "shop"
    And the user "emil" with the role "edit" in project "shop"
    And the user "paul" with the role "admin" in project "shop"

  Rule: Whoever may view the project may look at its daemon sets, their pods and their past
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules

    Example: listing daemon sets
      When "vera" runs "oc get daemonsets"
      Then it prints:
        """
        NAME        DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        log-agent   1         1         1       1            1           <none>          …
        """

    Example: the revisions of a daemon set
      When "vera" runs "oc rollout history daemonset/log-agent"
      Then it prints, among other lines:
        """
        REVISION  CHANGE-CAUSE
        1         <none>
        """

    Example: but not secrets
      When "vera" tries to run "oc get secrets"
      Then it is refused:
        """
        Error from server (Forbidden): secrets is forbidden: User "vera" cannot list resource "secrets" in API group "" in the namespace "shop"
        """

    Example: a stranger may not even look
      Given the user "otto"
      When "otto" tries to run "oc get daemonsets"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps is forbidden: User "otto" cannot list resource "daemonsets" in API group "apps" in the namespace "shop"
        """

    Example: looking is not touching
      When "vera" tries to run "oc delete daemonset log-agent"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps "log-agent" is forbidden: User "vera" cannot delete resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And the pod of "log-agent" on "east-1" was not replaced

    Example: not a single pod either
      When "vera" tries to run "oc delete pods -l app=log-agent"
      Then it is refused:
        """
        Error from server (Forbidden): pods "log-agent-…" is forbidden: User "vera" cannot delete resource "pods" in API group "" in the namespace "shop"
        """
      And the pod of "log-agent" on "east-1" was not replaced

  Rule: Whoever may edit the project may change and delete daemon sets
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go editRules

    Example: a new image
      When "emil" runs "oc set image daemonset/log-agent log-agent=example.test/log-agent:v2"
      Then the pod of "log-agent" on "east-1" runs version "v2"

    Example: deleting a pod, which comes back
      When "emil" runs "oc delete pods -l app=log-agent"
      Then the pod of "log-agent" on "east-1" was replaced

    Example: deleting the daemon set
      When "emil" runs "oc delete daemonset log-agent"
      Then no pod of "log-agent" is left

    Example: but not letting others do so
      When "emil" tries to run "oc adm policy add-role-to-user edit otto"
      Then it is refused:
        """
        Error from server (Forbidden): rolebindings.rbac.authorization.k8s.io is forbidden: User "emil" cannot list resource "rolebindings" in API group "rbac.authorization.k8s.io" in the namespace "shop"
        """

  Rule: Whoever administers the project decides who may do what in it
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go clusterRoles; pkg/registry/rbac/rolebinding/policybased/storage.go Create

    Example: the new colleague may edit at once
      Given "paul" runs "oc adm policy add-role-to-user edit otto"
      When "otto" runs "oc delete daemonset log-agent"
      Then there is no daemon set "log-agent"

    Example: but gives nobody more than they have themselves
      When "paul" tries to run "oc adm policy add-role-to-user cluster-admin otto"
      Then it is refused:
        """
        Error from server (Forbidden): rolebindings.rbac.authorization.k8s.io "cluster-admin" is forbidden: user "paul" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
        {APIGroups:["*"], Resources:["*"], Verbs:["*"]}
        {NonResourceURLs:["*"], Verbs:["*"]}
        """

  Rule: A role in one project is worth nothing in another
    # Authority: pkg/registry/rbac/validation/rule.go VisitRulesFor

    Example: the administrator of the shop looks into the warehouse
      Given the project "warehouse"
      When "paul" tries to run "oc get daemonsets"
      Then it is refused:
        """
        Error from server (Forbidden): daemonsets.apps is forbidden: User "paul" cannot list resource "daemonsets" in API group "apps" in the namespace "warehouse"
        """

  Rule: Nodes are beyond the roles of a project
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules, clusterRoles

    Scenario Outline: the administrator of a project may not <do> a node
      When "paul" tries to run "<command>"
      Then it is refused:
        """
        Error from server (Forbidden): nodes "east-1" is forbidden: User "paul" cannot get resource "nodes" in API group "" at the cluster scope
        """
      And the pod of "log-agent" on "east-1" was not replaced

      Examples:
        | do     | command                                         |
        | label  | oc label node east-1 role=db                    |
        | taint  | oc adm taint node east-1 maintenance:NoExecute  |
        | cordon | oc adm cordon east-1                            |
        | drain  | oc adm drain east-1 --ignore-daemonsets --force |

    Example: a cluster administrator may
      Given the cluster administrator "clara"
      When "clara" runs "oc adm taint node east-1 maintenance:NoExecute"
      Then no pod of "log-agent" is left
