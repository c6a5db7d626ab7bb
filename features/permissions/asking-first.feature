@needs-impersonation
Feature: Asking what one may do

  Nobody has to find out by trying. `oc auth can-i` asks the cluster, which answers **yes** or **no** and changes nothing. It is
  the first thing to run when something is forbidden: is it the role, or is it the wrong project? The answer speaks of roles
  only. What roles allow may still be refused: by a quota, by a security constraint, or because what was sent is wrong.

  Background:
    Given the node "east-1"
    And the project "shop"
    And the user "vera" with the role "view" in project "shop"
    And the user "emil" with the role "edit" in project "shop"
    And the user "paul" with the role "admin" in project "shop"
    And the cluster administrator "clara"
    And the user "otto"

  Rule: The answer is yes where a role allows the action
    # Authority: staging/src/k8s.io/kubectl/pkg/cmd/auth/cani.go RunAccessCheck; plugin/pkg/auth/authorizer/rbac/rbac.go Authorize; plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules, clusterRoles

    Scenario Outline: <who> may <verb> <what>
      When "<who>" runs "oc auth can-i <verb> <what>"
      Then it prints:
        """
        yes
        """

      Examples:
        | who   | verb   | what         |
        | vera  | list   | daemonsets   |
        | vera  | watch  | pods         |
        | emil  | create | daemonsets   |
        | emil  | delete | pods         |
        | paul  | patch  | daemonsets   |
        | paul  | create | rolebindings |
        | clara | delete | daemonsets   |
        | vera  | list   | controllerrevisions |

  Rule: It is no where no role allows it
    # Authority: staging/src/k8s.io/kubectl/pkg/cmd/auth/cani.go RunAccessCheck; plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules, clusterRoles

    Scenario Outline: <who> may not <verb> <what>
      When "<who>" tries to run "oc auth can-i <verb> <what>"
      Then it prints:
        """
        no
        """

      Examples:
        | who  | verb   | what         |
        | vera | create | daemonsets   |
        | vera | delete | pods         |
        | vera | list   | secrets      |
        | emil | create | rolebindings |
        | otto | list   | daemonsets   |

    Example: nodes belong to no project, and so to no role in one
      When "paul" tries to run "oc auth can-i patch nodes"
      Then it prints:
        """
        Warning: resource 'nodes' is not namespace scoped

        no
        """

  Rule: After a yes, a quota may still refuse
    # Authority: staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest

    Background:
      Given the quota "no-room" with:
        | pods | 0 |
      And the file "report.yaml":
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: report-job}
        spec:
          containers: [{name: report-job, image: registry.example.com/report-job:1.0}]
        """

    Example: the answer is yes
      When "emil" runs "oc auth can-i create pods"
      Then it prints:
        """
        yes
        """

    Example: and the pod is refused
      When "emil" tries to run "oc create -f report.yaml"
      Then it is refused:
        """
        … pods "report-job" is forbidden: exceeded quota: no-room, requested: pods=1, used: pods=0, limited: pods=0
        """

  Rule: The answer depends on the object, if a role names one
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go RuleAllows; staging/src/k8s.io/kubectl/pkg/cmd/auth/cani.go Complete

    Background:
      Given the file "restarters.yaml":
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: restarter}
        rules:
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

    Example: asked about the daemon set that the role names
      When "otto" runs "oc auth can-i patch daemonsets/log-agent"
      Then it prints:
        """
        yes
        """

    Example: asked about daemon sets in general
      When "otto" tries to run "oc auth can-i patch daemonsets"
      Then it prints:
        """
        no
        """

  Rule: The answer depends on the project
    # Authority: pkg/registry/rbac/validation/rule.go VisitRulesFor

    Example: the same question, asked of another project
      Given the project "warehouse"
      When "emil" tries to run "oc auth can-i create daemonsets"
      Then it prints:
        """
        no
        """

    Example: named on the command line
      Given the project "warehouse"
      When "emil" runs "oc auth can-i create daemonsets -n shop"
      Then it prints:
        """
        yes
        """
