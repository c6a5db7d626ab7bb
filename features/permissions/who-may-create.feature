@D06 @needs-impersonation
Feature: Who may create daemon sets

  A daemon set puts a program on many nodes at once, so not everybody may create one. Cluster administrators may, and so
  may the administrators of a project, inside their project. People who may edit the project may do it as well; people
  who may only look at it may not, unless a role of their own says so. What the *pods* of such a daemon set may do is another
  question, which is asked when they are created.

  Background:
    Given the node "east-1"
    And the project "shop"

  Rule: Administrators of the cluster and of the project may, and whoever may edit the project
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go editRules, clusterRoles; measured

    Example: a cluster administrator
      Given the cluster administrator "clara"
      When "clara" tries to create the daemon set "log-agent"
      Then "log-agent" runs one pod on "east-1"

    Scenario Outline: a user with the role "<role>" in the project
      Given the user "paul" with the role "<role>" in project "shop"
      When "paul" tries to create the daemon set "log-agent"
      Then "log-agent" runs one pod on "east-1"

      Examples:
        | role  |
        | admin |
        | edit  |

  Rule: Whoever has no role that says so may not
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go Authorize; measured

    Example: a user who may only look
      Given the user "vera" with the role "view" in project "shop"
      When "vera" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "vera" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And there is no daemon set "log-agent"
      And no pod of "log-agent" was ever created

    Example: a stranger
      Given the user "otto"
      When "otto" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "otto" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      And there is no daemon set "log-agent"

    Example: the administrator of another project
      Given the project "warehouse"
      And the user "paul" with the role "admin" in project "shop"
      When "paul" tries to create the daemon set "log-agent"
      Then it is refused:
        """
        daemonsets.apps is forbidden: User "paul" cannot create resource "daemonsets" in API group "apps" in the namespace "warehouse"
        """
      And there is no daemon set "log-agent"

  Rule: A role of one's own will do
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go RuleAllows

    Example: a role that allows to create daemon sets, and nothing else
      Given the user "otto"
      And the file "installers.yaml":
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: installer}
        rules:
        - {apiGroups: [apps], resources: [daemonsets], verbs: [create]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: installers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: installer}
        subjects:
        - {apiGroup: rbac.authorization.k8s.io, kind: User, name: otto}
        """
      And I run "oc create -f installers.yaml"
      When "otto" tries to create the daemon set "log-agent"
      Then "log-agent" runs one pod on "east-1"
